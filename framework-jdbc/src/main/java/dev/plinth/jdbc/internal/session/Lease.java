package dev.plinth.jdbc.internal.session;

import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection for a while: set up for its use, and given back in the state it came in. */
final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Connection connection;
    private final State before;
    private final State during;
    private final Engine engine;
    private final List<String> undo;

    /** How a connection is set; an isolation less than 0 is not looked at. */
    private record State(boolean autoCommit, boolean readOnly, int isolation) {}

    private Lease(Engine engine, Connection connection, State before, State during, List<String> undo) {
        this.engine = engine;
        this.connection = connection;
        this.undo = new ArrayList<>(undo);
        this.before = before;
        this.during = during;
    }

    /** Sets a connection up; {@code isolation} is one of {@link Connection}'s, or less than 0 to leave it as it is. */
    static Lease take(Connections connections, Engine engine, boolean autoCommit, boolean readOnly, int isolation)
            throws SQLException {
        Dialect dialect = engine.dialect();
        Connection connection = connections.take();
        try {
            State before = new State(
                    connection.getAutoCommit(),
                    connections.isReadOnly(connection),
                    isolation < 0 ? isolation : connection.getTransactionIsolation());
            // where JDBC does not begin transactions, it does not make them read-only either
            boolean onlyReads = before.readOnly || (readOnly && dialect.beginWriting() == null);
            State during = new State(autoCommit, onlyReads, isolation);
            change(connection, before, during);
            return new Lease(engine, connection, before, during, setUp(connections, dialect, connection));
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private static List<String> setUp(Connections connections, Dialect dialect, Connection connection)
            throws SQLException {
        if (connections.isSetUp(connection)) {
            return List.of();
        }
        List<String> undo = dialect.setUp(connection);
        return connections.setUpForGood(connection) ? List.of() : undo;
    }

    /** Limits the time of statements and of waiting, as the user asks for. */
    void limit() throws SQLException {
        undo.addAll(engine.limit(connection));
    }

    /** Limits the time of waiting only. */
    void limitWaiting() throws SQLException {
        undo.addAll(engine.limitWaiting(connection));
    }

    Connection connection() {
        return connection;
    }

    /** The connection for a write, which one that came as read-only does not take, whatever its driver makes of that. */
    Connection writable() {
        if (before.readOnly) {
            throw new ReadOnlyDatabaseException(
                    "nothing was written: the connections of the pool or data source are set to be read-only. Take"
                            + " setReadOnly(true) out of its settings, or write through another",
                    null);
        }
        return connection;
    }

    /** Gives the connection back. What goes wrong here cannot be helped, and must not hide what happened before. */
    @Override
    public void close() {
        try (connection) {
            engine.release(connection);
            for (String sql : undo) {
                execute(connection, sql);
            }
            change(connection, during, before);
        } catch (SQLException e) {
            LOG.debug("A connection could not be given back in the state it came in; its pool will drop it", e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void change(Connection connection, State from, State to) throws SQLException {
        if (from.autoCommit != to.autoCommit) {
            connection.setAutoCommit(to.autoCommit);
        }
        if (from.readOnly != to.readOnly) {
            connection.setReadOnly(to.readOnly);
        }
        if (from.isolation != to.isolation) {
            connection.setTransactionIsolation(to.isolation);
        }
    }
}
