package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** Another transaction held a lock for longer than this one waits. The unit of work may be run again. */
public class LockTimeoutException extends TransactionConflictException {
    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public LockTimeoutException(String message, @Nullable Throwable cause) {
        super(ErrorCode.LOCK_TIMEOUT, message, cause);
    }
}
