package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/**
 * A value that its column cannot hold. Plinth finds it before anything is sent; where a table is narrower than the mapping
 * says, the database finds it.
 */
public class InvalidValueException extends DataException implements DataRuleError {
    private final ErrorCode errorCode;
    private final transient Violation violation;

    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public InvalidValueException(Violation violation, String message, @Nullable Throwable cause) {
        this(ErrorCode.VALUE_REFUSED, violation, message, cause);
    }

    /**
     * Creates the exception of a more exact kind.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    protected InvalidValueException(
            ErrorCode errorCode, Violation violation, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
        this.violation = violation;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }

    @Override
    public Violation violation() {
        return violation;
    }
}
