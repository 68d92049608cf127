package dev.plinth.jdbc.internal.error;

import java.sql.SQLException;

/** Understands the errors of one engine. */
public interface ErrorReader {
    /** What the error is about. */
    ErrorKind kind(SQLException error);

    /**
     * The constraint that was broken, or the column that a value does not fit, as far as the engine tells. The columns of
     * a foreign key are those of the table that was written.
     */
    BrokenRule broken(SQLException error);

    /** Whether what was to be created exists, on an engine that cannot be told to create only what is missing. */
    default boolean isAlreadyThere(SQLException error) {
        return false;
    }
}
