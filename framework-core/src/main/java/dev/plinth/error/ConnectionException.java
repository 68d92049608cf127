package dev.plinth.error;

import jakarta.data.exceptions.DataConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * There is no connection to the database: it cannot be reached or refused the credentials, or, as the subclasses say, the
 * connection was lost or the pool had none.
 */
public class ConnectionException extends DataConnectionException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public ConnectionException(String message, @Nullable Throwable cause) {
        this(ErrorCode.CONNECTION, message, cause);
    }

    /**
     * Creates the exception of a more exact kind.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    protected ConnectionException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
