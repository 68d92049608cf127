package dev.plinth.error;

import jakarta.data.exceptions.MappingException;
import org.jspecify.annotations.Nullable;

/** A row could not be turned into an entity, or an entity into a row. */
public class EntityMappingException extends MappingException implements PlinthError {
    private final ErrorCode errorCode;

    /**
     * Creates the exception.
     *
     * @param errorCode the stable code, which is put in front of the message
     * @param message what was wrong, where, and what to do
     * @param cause the error behind it, if there is one
     */
    public EntityMappingException(ErrorCode errorCode, String message, @Nullable Throwable cause) {
        super(errorCode.code() + ": " + message, cause);
        this.errorCode = errorCode;
    }

    @Override
    public ErrorCode errorCode() {
        return errorCode;
    }
}
