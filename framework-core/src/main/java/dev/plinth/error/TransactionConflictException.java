package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/** Two transactions got in each other's way (deadlock, serialization failure, lock timeout). The unit of work may be run again. */
public class TransactionConflictException extends DataException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public TransactionConflictException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }

    @Override
    public boolean isRetryable() {
        // what stays in the database would be written twice
        return PartialWriteException.of(this).isEmpty();
    }
}
