package dev.plinth.jdbc.internal.error;

import java.sql.SQLException;

/** An engine's error without its message, which may quote values: its class, its codes and where it happened. */
public final class ScrubbedSqlException extends SQLException {
    private ScrubbedSqlException(SQLException error) {
        super(
                error.getClass().getName() + " (its message is left out, because it may quote values)",
                error.getSQLState(),
                error.getErrorCode());
        setStackTrace(error.getStackTrace());
    }

    /** Copies an error, and the errors behind it, without their messages. */
    public static SQLException of(SQLException error) {
        ScrubbedSqlException copy = new ScrubbedSqlException(error);
        // engines chain an error to itself at times, so only one step is followed
        if (error.getCause() instanceof SQLException cause && cause != error) {
            copy.initCause(new ScrubbedSqlException(cause));
        }
        return copy;
    }

    @Override
    public String toString() {
        return getMessage() + " [SQLState " + getSQLState() + ", code " + getErrorCode() + "]";
    }
}
