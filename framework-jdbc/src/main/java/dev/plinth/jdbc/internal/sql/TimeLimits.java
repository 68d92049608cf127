package dev.plinth.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How one engine limits the time that statements take, and the time that they wait for locks. Thread-safe. */
public interface TimeLimits {
    /**
     * Limits the statements of a connection that has just been taken and set up for a transaction.
     *
     * @param options has at least one limit
     * @return the statements that undo it after the transaction
     */
    List<String> limit(Connection connection, Options options) throws SQLException;

    /** Limits one statement, where that cannot be done for the connection as a whole. */
    default void limit(PreparedStatement statement, Duration limit) throws SQLException {}

    /** Takes back what the limits of single statements have left on their connection. */
    default void release(Connection connection) throws SQLException {}

    /**
     * Whether a statement that waits in vain is ended because it has taken longer than a statement may, on an engine that
     * does not count the time of waiting as that of the statement.
     */
    default boolean endsWaiting() {
        return false;
    }

    /** The lesser of the limits of a statement and of waiting, the latter being the engine's own where none is asked for. */
    static long waiting(Options options, long engines) {
        Duration lock = options.lockTimeout();
        Duration statement = options.statementTimeout();
        long waiting = lock == null ? engines : lock.toMillis();
        return statement == null ? waiting : Math.min(waiting, statement.toMillis());
    }

    /** Whole seconds, upwards, for an engine that counts in them. */
    static long seconds(Duration limit) {
        return Math.max(1, limit.plusMillis(999).toSeconds());
    }
}
