package dev.plinth.contract;

import dev.plinth.backend.Backend;
import org.jspecify.annotations.Nullable;

/** The database that a contract runs on. A backend's module implements it by an interface with a default method. */
public interface TestEngine {
    /**
     * A way to a database that holds no table of the test domain. Each call gives another one (where databases are
     * expensive: another schema), which nobody else uses; the contract drops what it has created.
     */
    Backend database();

    /**
     * A backend whose settings bring an error about.
     *
     * @param backend one of {@link #database}
     * @return the same database, or for {@link Provocation#LOCK_TIMEOUT} any; null where there is no such error
     */
    default @Nullable Backend provoking(Backend backend, Provocation error) {
        return null;
    }

    /** Whether a unit of work can write and commit while another one runs that has only read so far. */
    default boolean writesBesideReads() {
        return true;
    }
}
