package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** A unit of work was used in a way that its state does not allow: after its end, from another thread, for writing where it only reads. */
public class UnitOfWorkException extends IllegalStateException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public UnitOfWorkException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
