package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** The connection was lost before the commit, so nothing of the unit of work is kept. It may be run again. */
public class ConnectionLostException extends ConnectionException {
    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public ConnectionLostException(String message, @Nullable Throwable cause) {
        super(ErrorCode.CONNECTION_LOST, message, cause);
    }
}
