package dev.plinth.jdbc.internal.error;

/** What an engine's error is about. */
public enum ErrorKind {
    DUPLICATE_KEY,
    FOREIGN_KEY,
    NOT_NULL,
    CHECK,
    /** A constraint of another kind. */
    CONSTRAINT,
    TOO_LONG,
    OUT_OF_RANGE,
    /** A value that does not fit its column for another reason. */
    VALUE,
    /** A table or column that does not exist, or a statement that the engine does not understand. */
    STATEMENT,
    DEADLOCK,
    /** Another transaction has changed what this one has read or was to write. */
    SERIALIZATION,
    LOCK_TIMEOUT,
    /** Two transactions got in each other's way, and the engine does not tell how. */
    CONFLICT,
    CONNECTION,
    /** A commit or rollback where no transaction runs any more, because the engine has rolled back by itself. */
    NO_TRANSACTION,
    /** A statement that took longer than it may, or was cancelled. */
    TIMEOUT,
    /** A database that takes no writes. */
    READ_ONLY,
    OTHER
}
