package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** A specification, an order or a path that cannot be meant: a null argument, a property that the model does not have, a value of another type. */
public class SpecificationException extends IllegalArgumentException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public SpecificationException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
