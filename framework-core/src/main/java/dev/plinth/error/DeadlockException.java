package dev.plinth.error;

import org.jspecify.annotations.Nullable;

/** Transactions waited for each other, and the database ended this one. The unit of work may be run again. */
public class DeadlockException extends TransactionConflictException {
    /**
     * Creates the exception.
     *
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public DeadlockException(String message, @Nullable Throwable cause) {
        super(ErrorCode.DEADLOCK, message, cause);
    }
}
