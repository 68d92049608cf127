package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/**
 * An association that is not loaded was touched where it cannot be loaded: outside the unit of work, or where loading has
 * to be planned. The message names the property and the fetch plan that would have loaded it.
 */
public class UnloadedAssociationException extends IllegalStateException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public UnloadedAssociationException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
