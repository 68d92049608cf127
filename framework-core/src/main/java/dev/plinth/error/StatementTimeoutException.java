package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/** A statement took longer than it may, or someone cancelled it. Run again it would take as long. */
public class StatementTimeoutException extends DataException implements PlinthError {
    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public StatementTimeoutException(String message, @Nullable Throwable cause) {
        super(ErrorCode.STATEMENT_TIMEOUT.code() + ": " + message, cause);
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.STATEMENT_TIMEOUT;
    }
}
