package dev.plinth.jdbc.internal.error;

/** What an engine's error is about. */
public enum ErrorKind {
    DUPLICATE_KEY,
    FOREIGN_KEY,
    NOT_NULL,
    CHECK,
    /** A value does not fit its column. */
    VALUE,
    /** A table or column that does not exist, or a statement that the engine does not understand. */
    STATEMENT,
    /** Two transactions got in each other's way. */
    CONFLICT,
    CONNECTION,
    /** A statement that took longer than it may. */
    TIMEOUT,
    /** A database that takes no writes. */
    READ_ONLY,
    OTHER
}
