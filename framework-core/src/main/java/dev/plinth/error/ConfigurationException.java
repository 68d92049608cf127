package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** The configuration of a Plinth or of a backend is not usable. */
public class ConfigurationException extends IllegalArgumentException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public ConfigurationException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
