package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Two transactions got in each other's way. The unit of work may be run again. Where the database tells how they did, one
 * of the subclasses is thrown.
 */
public class TransactionConflictException extends DataException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public TransactionConflictException(String message, @Nullable Throwable cause) {
        this(ErrorCode.TRANSACTION_CONFLICT, message, cause);
    }

    /**
     * Creates the exception of a more exact kind.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    protected TransactionConflictException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
