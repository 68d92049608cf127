package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** The connection was lost while committing: the unit of work may or may not have been committed. Read the rows before running it again. */
public class CommitUnknownException extends ConnectionException {
    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public CommitUnknownException(String message, @Nullable Throwable cause) {
        super(ErrorCode.COMMIT_UNKNOWN, message, cause);
    }
}
