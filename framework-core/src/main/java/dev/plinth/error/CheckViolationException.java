package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** A check constraint, or a validator of the database, refused a row. */
public class CheckViolationException extends ConstraintViolationException {
    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public CheckViolationException(Violation violation, String message, @Nullable Throwable cause) {
        super(ErrorCode.CHECK, violation, message, cause);
    }
}
