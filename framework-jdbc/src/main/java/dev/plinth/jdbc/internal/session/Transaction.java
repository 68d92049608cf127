package dev.plinth.jdbc.internal.session;

import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.error.SqlErrors;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction. Takes a connection when it is first asked for one. For one thread. */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Connections connections;
    private final Engine engine;
    private final Dialect dialect;
    private final SqlErrors errors;
    private final boolean readOnly;
    private @Nullable Lease lease;
    private boolean writing;
    private boolean ended;

    Transaction(Connections connections, Engine engine, boolean readOnly) {
        this.connections = connections;
        this.engine = engine;
        this.dialect = engine.dialect();
        this.errors = engine.errors();
        this.readOnly = readOnly;
    }

    Connection connection() {
        return lease().connection();
    }

    private Lease lease() {
        if (ended) {
            throw new IllegalStateException("The session has ended");
        }
        Lease current = lease;
        if (current == null) {
            current = begin();
            lease = current;
        }
        return current;
    }

    /** The connection, in a transaction that may write. */
    Connection writing() {
        Connection connection = lease().writable();
        String begin = dialect.beginWriting();
        if (begin != null && !writing) {
            try {
                Lease.execute(connection, begin);
            } catch (SQLException e) {
                throw errors.translate(e, Doing.to("beginning to write", begin));
            }
            writing = true;
        }
        return connection;
    }

    private Lease begin() {
        boolean byJdbc = dialect.beginWriting() == null;
        int isolation = connections.areConfigured() || !byJdbc ? -1 : Connection.TRANSACTION_READ_COMMITTED;
        try {
            Lease taken = Lease.take(connections, engine, !byJdbc, readOnly, isolation);
            try {
                taken.limit();
            } catch (SQLException e) {
                try (taken) {
                    throw e;
                }
            }
            return taken;
        } catch (SQLException e) {
            throw errors.translate(e, Doing.to("beginning a transaction", "begin"));
        }
    }

    void commit() {
        Lease current = end();
        if (current == null) {
            return;
        }
        try (current) {
            try {
                end(current.connection(), true);
            } catch (SQLException e) {
                throw rolledBack(
                        current,
                        // what has only read has nothing to lose
                        readOnly
                                ? errors.translate(e, Doing.to("ending a transaction that has read", "commit"))
                                : errors.translateCommit(e));
            }
        }
    }

    private RuntimeException rolledBack(Lease current, RuntimeException error) {
        try {
            end(current.connection(), false);
        } catch (SQLException e) {
            LOG.debug("The rollback after a failed commit failed too", e);
        }
        return error;
    }

    void rollback() {
        Lease current = end();
        if (current == null) {
            return;
        }
        try (current) {
            rollback(current.connection());
        }
    }

    private void rollback(Connection connection) {
        try {
            // a pool closes a connection that it sees failing
            if (!connection.isClosed()) {
                end(connection, false);
            }
        } catch (SQLException e) {
            if (!errors.isRolledBack(e)) {
                throw errors.translate(e, Doing.to("rolling back", "rollback"));
            }
            LOG.debug("The database has rolled back by itself, or does so because the connection is lost", e);
        }
    }

    private void end(Connection connection, boolean commit) throws SQLException {
        if (dialect.beginWriting() != null) {
            if (writing) {
                Lease.execute(connection, commit ? "commit" : "rollback");
            }
        } else if (commit) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    private @Nullable Lease end() {
        Lease current = lease;
        lease = null;
        ended = true;
        return current;
    }
}
