package dev.plinth.jdbc.internal.session;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.PlinthError;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the schema: one process after the other, all or nothing where the engine has that, and once more where someone
 * got in between nevertheless. Thread-safe.
 */
final class SchemaChanges {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaChanges.class);
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** What it looks like when someone else has just created or dropped the same. */
    private static final Set<ErrorCode> MAY_PASS = Set.of(
            ErrorCode.DEADLOCK,
            ErrorCode.SERIALIZATION_FAILURE,
            ErrorCode.TRANSACTION_CONFLICT,
            ErrorCode.DUPLICATE_KEY);

    private final Connections connections;
    private final Engine engine;
    private final SchemaRules rules;

    SchemaChanges(Connections connections, Engine engine) {
        this.connections = connections;
        this.engine = engine;
        this.rules = engine.dialect().schema();
    }

    /**
     * Runs a change, which finds out itself what is left to do.
     *
     * @param what what it does, for messages
     */
    void run(String what, Consumer<Connection> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                once(what, change);
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !mayPass(e)) {
                    throw e;
                }
                LOG.debug("Someone else may have been {} at the same time; trying again", what, e);
            }
            LockSupport.parkNanos(PAUSE.multipliedBy(attempt).toNanos());
        }
    }

    private boolean mayPass(RuntimeException error) {
        if (!(error instanceof PlinthError known)) {
            return false;
        }
        // half of a table that someone else creates or drops has no error of its own
        return MAY_PASS.contains(known.errorCode())
                || known.errorCode() == ErrorCode.DATABASE && !rules.changesInTransactions();
    }

    private void once(String what, Consumer<Connection> change) {
        boolean byJdbc = rules.changesInTransactions() && engine.dialect().beginWriting() == null;
        int isolation = byJdbc && !connections.areConfigured() ? Connection.TRANSACTION_READ_COMMITTED : -1;
        try (Lease lease = Lease.take(connections, engine, !byJdbc, false, isolation)) {
            Connection connection = lease.writable();
            lease.limitWaiting();
            begin(connection);
            try {
                change.accept(connection);
                end(connection, true);
            } catch (SQLException | RuntimeException | Error e) {
                takeBack(connection, e);
                throw e;
            } finally {
                unlock(connection);
            }
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to(what, "begin or commit"));
        }
    }

    private void begin(Connection connection) throws SQLException {
        String begin = engine.dialect().beginWriting();
        if (begin != null && rules.changesInTransactions()) {
            Lease.execute(connection, begin);
        }
        try {
            rules.lock(connection);
        } catch (SQLException e) {
            takeBack(connection, e);
            throw e;
        }
    }

    private void end(Connection connection, boolean commit) throws SQLException {
        if (!rules.changesInTransactions()) {
            return;
        }
        if (engine.dialect().beginWriting() != null) {
            Lease.execute(connection, commit ? "commit" : "rollback");
        } else if (commit) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    // what goes wrong here must not hide what happened before, and ends with the connection
    private void unlock(Connection connection) {
        try {
            rules.unlock(connection);
        } catch (SQLException e) {
            LOG.debug("The lock for changes of the schema could not be given back", e);
        }
    }

    private void takeBack(Connection connection, Throwable error) {
        try {
            if (!connection.isClosed()) {
                end(connection, false);
            }
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
    }
}
