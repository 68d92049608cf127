package dev.plinth.jdbc.internal.error;

import java.sql.SQLException;

/** Understands the errors of one engine. */
public interface ErrorReader {
    /** What the error is about. */
    ErrorKind kind(SQLException error);

    /** The constraint that was broken, as far as the engine tells. */
    Violation violation(SQLException error);
}
