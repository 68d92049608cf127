package dev.plinth.contract;

/** Errors of a database that a contract brings about by the settings of a backend. */
public enum Provocation {
    /** A lock is waited for 200 milliseconds at most. */
    LOCK_TIMEOUT,
    /** A statement may take some milliseconds. */
    STATEMENT_TIMEOUT,
    /** The database takes no writes. */
    READ_ONLY,
    /** There is one connection, which is waited for 250 milliseconds. */
    ONE_CONNECTION
}
