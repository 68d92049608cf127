package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** Another transaction changed what this one has read or was to write, and the database ended this one. The unit of work may be run again. */
public class SerializationFailureException extends TransactionConflictException {
    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public SerializationFailureException(String message, @Nullable Throwable cause) {
        super(ErrorCode.SERIALIZATION_FAILURE, message, cause);
    }
}
