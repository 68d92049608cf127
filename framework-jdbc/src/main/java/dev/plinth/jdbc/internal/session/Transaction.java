package dev.plinth.jdbc.internal.session;

import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.error.SqlErrors;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction. Takes a connection when it is first asked for one. For one thread. */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Connections connections;
    private final SqlErrors errors;
    private final boolean readOnly;
    private @Nullable Lease lease;
    private boolean ended;

    Transaction(Connections connections, SqlErrors errors, boolean readOnly) {
        this.connections = connections;
        this.errors = errors;
        this.readOnly = readOnly;
    }

    Connection connection() {
        if (ended) {
            throw new IllegalStateException("The session has ended");
        }
        Lease current = lease;
        if (current == null) {
            current = begin();
            lease = current;
        }
        return current.connection();
    }

    private Lease begin() {
        int isolation = connections.areConfigured() ? -1 : Connection.TRANSACTION_READ_COMMITTED;
        try {
            return Lease.take(connections, false, readOnly, isolation);
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
                current.connection().commit();
            } catch (SQLException e) {
                throw rolledBack(current, errors.translateCommit(e));
            }
        }
    }

    private static RuntimeException rolledBack(Lease current, RuntimeException error) {
        try {
            current.connection().rollback();
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
                connection.rollback();
            }
        } catch (SQLException e) {
            if (!errors.isConnectionLost(e)) {
                throw errors.translate(e, Doing.to("rolling back", "rollback"));
            }
            LOG.debug("The connection is lost, so the database rolls back by itself", e);
        }
    }

    private @Nullable Lease end() {
        Lease current = lease;
        lease = null;
        ended = true;
        return current;
    }
}
