package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** The connection pool had no free connection in time. The unit of work may be run again, later. */
public class PoolExhaustedException extends ConnectionException {
    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public PoolExhaustedException(String message, @Nullable Throwable cause) {
        super(ErrorCode.POOL_EXHAUSTED, message, cause);
    }
}
