package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** A number or a time that is less or greater than what its column can hold. */
public class ValueOutOfRangeException extends InvalidValueException {
    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public ValueOutOfRangeException(Violation violation, String message, @Nullable Throwable cause) {
        super(ErrorCode.VALUE_OUT_OF_RANGE, violation, message, cause);
    }
}
