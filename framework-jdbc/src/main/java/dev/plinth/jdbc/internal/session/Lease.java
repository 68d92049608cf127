package dev.plinth.jdbc.internal.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection for a while: set up for its use, and given back in the state it came in. */
final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Connection connection;
    private final boolean autoCommit;
    private final boolean readOnly;
    private final int isolation;

    private Lease(Connection connection, boolean autoCommit, boolean readOnly, int isolation) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.readOnly = readOnly;
        this.isolation = isolation;
    }

    /** Sets a connection up; {@code isolation} is one of {@link Connection}'s, or less than 0 to leave it as it is. */
    static Lease of(Connection connection, boolean autoCommit, boolean readOnly, int isolation) throws SQLException {
        try {
            int before = isolation < 0 ? -1 : connection.getTransactionIsolation();
            Lease lease = new Lease(connection, connection.getAutoCommit(), connection.isReadOnly(), before);
            apply(connection, autoCommit, readOnly, isolation);
            return lease;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    Connection connection() {
        return connection;
    }

    /** Gives the connection back. What goes wrong here cannot be helped, and must not hide what happened before. */
    @Override
    public void close() {
        try (connection) {
            apply(connection, autoCommit, readOnly, isolation);
        } catch (SQLException e) {
            LOG.debug("A connection could not be given back in the state it came in; its pool will drop it", e);
        }
    }

    private static void apply(Connection connection, boolean autoCommit, boolean readOnly, int isolation)
            throws SQLException {
        if (connection.getAutoCommit() != autoCommit) {
            connection.setAutoCommit(autoCommit);
        }
        if (connection.isReadOnly() != readOnly) {
            connection.setReadOnly(readOnly);
        }
        if (isolation >= 0 && connection.getTransactionIsolation() != isolation) {
            connection.setTransactionIsolation(isolation);
        }
    }
}
