package dev.plinth.jdbc.internal.error;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Understands the errors of one engine. */
public interface ErrorReader {
    /** What the error is about. */
    ErrorKind kind(SQLException error);

    /**
     * The constraint that was broken, or the column that a value does not fit, as far as the engine tells. The columns of
     * a foreign key are those of the table that was written.
     */
    BrokenRule broken(SQLException error);

    /**
     * Which of a table's unique keys was broken, of which the engine told either the name or the columns. Asked for on an
     * engine that tells no more and takes another statement after the error.
     *
     * @param keys the columns of the table's keys, by name
     */
    default BrokenRule complete(BrokenRule broken, Map<String, List<String>> keys) {
        return broken;
    }

    /** Whether {@link #complete} knows more than {@link #broken}. */
    default boolean looksKeysUp() {
        return false;
    }

    /** Whether what was to be created exists, on an engine that cannot be told to create only what is missing. */
    default boolean isAlreadyThere(SQLException error) {
        return false;
    }
}
