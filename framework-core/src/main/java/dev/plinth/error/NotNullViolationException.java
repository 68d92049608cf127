package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** A null where the column takes none. */
public class NotNullViolationException extends ConstraintViolationException {
    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public NotNullViolationException(Violation violation, String message, @Nullable Throwable cause) {
        super(ErrorCode.NOT_NULL, violation, message, cause);
    }
}
