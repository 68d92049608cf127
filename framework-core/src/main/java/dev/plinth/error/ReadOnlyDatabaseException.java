package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/** The database takes no writes: it is a replica, a read-only file, or its transactions are read-only. */
public class ReadOnlyDatabaseException extends DataException implements PlinthError {
    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public ReadOnlyDatabaseException(String message, @Nullable Throwable cause) {
        super(ErrorCode.READ_ONLY.code() + ": " + message, cause);
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.READ_ONLY;
    }
}
