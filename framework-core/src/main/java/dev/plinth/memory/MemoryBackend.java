package dev.plinth.memory;

import dev.plinth.backend.Backend;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.memory.MemoryDatabase;
import java.time.Duration;

/**
 * A database in memory. Each instance is a database of its own, which lives as long as the instance: a second Plinth over
 * the same instance finds what the first one has committed.
 *
 * <p>It behaves as a SQL database does: tables are made by {@code plinth.schema().create()}; a statement sees what is
 * committed and what its own unit of work has written; a unit of work is kept as a whole or not at all; ids, unique keys
 * and columns that take no null are checked when rows are written. One unit of work writes at a time: the first write
 * waits for the unit of work before it to end. Reads wait for nobody. Thread-safe.
 */
public final class MemoryBackend implements Backend {
    private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(10);

    private final MemoryDatabase database;

    private MemoryBackend(Duration lockTimeout) {
        this.database = new MemoryDatabase(lockTimeout);
    }

    /**
     * Creates an empty database, in which a write waits up to 10 seconds for its turn.
     *
     * @return the backend
     */
    public static MemoryBackend create() {
        return create(DEFAULT_LOCK_TIMEOUT);
    }

    /**
     * Creates an empty database.
     *
     * @param lockTimeout how long a write waits for its turn before it fails with
     *     {@link dev.plinth.error.LockTimeoutException}; zero not to wait at all
     * @return the backend
     * @throws ConfigurationException where the timeout is negative
     */
    public static MemoryBackend create(Duration lockTimeout) {
        if (lockTimeout.isNegative()) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "the lock timeout of an in-memory database must not be negative, but is " + lockTimeout
                            + ". Use Duration.ZERO not to wait at all",
                    null);
        }
        return new MemoryBackend(lockTimeout);
    }

    @Override
    public Store connect(StatementListener listener) {
        return database.connect(listener);
    }

    @Override
    public String toString() {
        return "in-memory database";
    }
}
