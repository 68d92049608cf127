package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** A row refers to one that does not exist, or a row that others refer to was to be deleted. */
public class ForeignKeyViolationException extends ConstraintViolationException {
    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public ForeignKeyViolationException(Violation violation, String message, @Nullable Throwable cause) {
        super(ErrorCode.FOREIGN_KEY, violation, message, cause);
    }
}
