package dev.plinth.error;

import jakarta.data.exceptions.DataConnectionException;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached, the connection was lost, or the pool had no free connection in time. */
public class ConnectionException extends DataConnectionException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public ConnectionException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
