package dev.plinth.contract;

import dev.plinth.backend.Backend;

/** The database that a contract runs on. A backend's module implements it by an interface with a default method. */
public interface TestEngine {
    /**
     * A way to a database that holds no table of the test domain. Called for every test; a contract drops what it has
     * created, so an engine whose databases are expensive may give the same one again.
     */
    Backend database();

    /** Whether a unit of work can write and commit while another one runs that has only read so far. */
    default boolean writesBesideReads() {
        return true;
    }
}
