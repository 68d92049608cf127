package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** An entity is in a state that the call does not take: unknown to the unit of work, tracked as another instance, without an id. */
public class EntityStateException extends IllegalStateException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public EntityStateException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
