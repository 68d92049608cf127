package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/**
 * The database refused a write because of a constraint other than a unique key. Where it tells which kind of constraint
 * that was, one of the subclasses is thrown.
 */
public class ConstraintViolationException extends DataException implements DataRuleError {
    private final ErrorCode errorCode;
    private final transient Violation violation;

    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public ConstraintViolationException(Violation violation, String message, @Nullable Throwable cause) {
        this(ErrorCode.CONSTRAINT, violation, message, cause);
    }

    /**
     * Creates the exception of a more exact kind.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    protected ConstraintViolationException(
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
