package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** A text or byte array that is longer than its column. */
public class ValueTooLongException extends InvalidValueException {
    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public ValueTooLongException(Violation violation, String message, @Nullable Throwable cause) {
        super(ErrorCode.VALUE_TOO_LONG, violation, message, cause);
    }
}
