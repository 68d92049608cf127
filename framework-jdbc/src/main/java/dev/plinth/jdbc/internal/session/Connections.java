package dev.plinth.jdbc.internal.session;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.PoolExhaustedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where connections come from. Thread-safe. */
public final class Connections {
    private final DataSource source;
    private final @Nullable HikariDataSource owned;
    private final @Nullable HikariDataSource pool;

    private final Set<Connection> ready = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Connections(DataSource source, @Nullable HikariDataSource owned) {
        this.source = source;
        this.owned = owned;
        this.pool = pool(source);
    }

    /** A pool that Plinth has opened and will close. */
    public static Connections owned(HikariDataSource pool) {
        return new Connections(pool, pool);
    }

    /** A data source that belongs to the application. */
    public static Connections shared(DataSource source) {
        return new Connections(source, null);
    }

    /** Whether connections come in the state that Plinth has asked the pool for. */
    boolean areConfigured() {
        return owned != null;
    }

    /** Whether a connection has been set up before, which lasts as long as it does in a pool of Plinth's own. */
    boolean isSetUp(Connection connection) throws SQLException {
        return owned != null && ready.contains(connection.unwrap(Connection.class));
    }

    /** Remembers that a connection has been set up; where it need not be taken back that is for good. */
    boolean setUpForGood(Connection connection) throws SQLException {
        return owned != null && ready.add(connection.unwrap(Connection.class));
    }

    Connection take() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Whether a connection that has just been taken only reads. A pool of HikariCP knows; some drivers ask the database. */
    boolean isReadOnly(Connection connection) throws SQLException {
        return pool != null ? pool.isReadOnly() : connection.isReadOnly();
    }

    void close() {
        if (owned != null) {
            owned.close();
        }
    }

    // what happens before there is a connection cannot quote a row's values, so the driver's message is kept
    private ConnectionException refused(SQLException error) {
        boolean exhausted =
                pool != null && error instanceof SQLTransientConnectionException && error.getCause() == null;
        if (exhausted) {
            return new PoolExhaustedException(exhausted(pool), error);
        }
        Throwable reason = error.getCause() instanceof SQLException cause ? cause : error;
        return new ConnectionException(
                "the database gave no connection: " + reason.getMessage()
                        + ". Check that it runs, and the URL, user and password",
                error);
    }

    private static String exhausted(HikariDataSource pool) {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        return "the connection pool '" + pool.getPoolName() + "' had no free connection within "
                + pool.getConnectionTimeout() + " ms: " + state.getActiveConnections() + " of at most "
                + pool.getMaximumPoolSize() + " connections are in use, and " + state.getThreadsAwaitingConnection()
                + " other threads wait. End units of work sooner and close streams, or raise 'maximumPoolSize'"
                + " (JdbcBackend.url(...).pool(pool -> pool.setMaximumPoolSize(...)))";
    }

    private static @Nullable HikariDataSource pool(DataSource source) {
        try {
            return source.isWrapperFor(HikariDataSource.class) ? source.unwrap(HikariDataSource.class) : null;
        } catch (SQLException e) {
            return null; // a data source that cannot tell is none of HikariCP's
        }
    }
}
