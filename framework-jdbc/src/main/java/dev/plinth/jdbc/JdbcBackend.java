package dev.plinth.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.plinth.backend.Backend;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.ErrorCode;
import dev.plinth.jdbc.internal.session.Connections;
import dev.plinth.jdbc.internal.session.JdbcStore;
import dev.plinth.jdbc.internal.sql.Options;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A SQL database. Supported today: H2 2.4, PostgreSQL 13, MySQL 8.0.23, MariaDB 10.6, SQLite
 * 3.41 and newer. Immutable.
 *
 * <pre>{@code
 * Plinth.builder(JdbcBackend.url("jdbc:h2:./shop"))...   // a pool of Plinth's own, closed with it
 * Plinth.builder(JdbcBackend.on(dataSource))...          // the application's data source, left open
 * }</pre>
 */
public final class JdbcBackend implements Backend {
    private static final Pattern PRIVATE_H2 = Pattern.compile("jdbc:h2:mem:(;.*)?");
    private static final Pattern SQLITE = Pattern.compile("jdbc:sqlite:.*");
    /** The flags of SQLite's own call; the first is for reading only. */
    private static final Pattern READING_SQLITE = Pattern.compile("jdbc:sqlite:.*[?&]open_mode=\\d*[13579](&.*)?");

    private static final Pattern PRIVATE_SQLITE = Pattern.compile("jdbc:sqlite:(:memory:)?([?].*)?");

    private final @Nullable DataSource source;
    private final @Nullable Consumer<HikariConfig> pool;
    private final Options options;

    private JdbcBackend(@Nullable DataSource source, @Nullable Consumer<HikariConfig> pool, Options options) {
        this.source = source;
        this.pool = pool;
        this.options = options;
    }

    /**
     * Uses the connections of a data source, which should be a pool. Plinth gives each connection back in the state it
     * came in and never closes the data source.
     *
     * @param dataSource the application's data source
     * @return the backend
     */
    public static JdbcBackend on(DataSource dataSource) {
        return new JdbcBackend(Objects.requireNonNull(dataSource, "dataSource"), null, Options.NONE);
    }

    /**
     * Opens a connection pool (HikariCP) of up to 10 connections, which is closed with the Plinth.
     *
     * @param jdbcUrl the URL, as the database's driver takes it
     * @return the backend
     */
    public static JdbcBackend url(String jdbcUrl) {
        Objects.requireNonNull(jdbcUrl, "jdbcUrl");
        if (!jdbcUrl.startsWith("jdbc:")) {
            // not quoted: what was given may hold a password
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "the JDBC URL " + (jdbcUrl.isBlank() ? "is empty" : "does not start with 'jdbc:'")
                            + ". Give the database's URL, for example 'jdbc:h2:./shop'",
                    null);
        }
        if (PRIVATE_H2.matcher(jdbcUrl).matches()) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "the URL 'jdbc:h2:mem:' is a new, empty database for every connection. Give the database a name, for"
                            + " example 'jdbc:h2:mem:shop'",
                    null);
        }
        if (PRIVATE_SQLITE.matcher(jdbcUrl).matches()) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "the URL 'jdbc:sqlite::memory:' is a new, empty database for every connection. Give the database a"
                            + " file, for example 'jdbc:sqlite:shop.db'",
                    null);
        }
        Consumer<HikariConfig> settings = config -> {
            config.setJdbcUrl(jdbcUrl);
            // SQLite's sessions begin when they first write, and its driver keeps no transaction open meanwhile
            config.setAutoCommit(SQLITE.matcher(jdbcUrl).matches());
        };
        return new JdbcBackend(null, settings, Options.NONE);
    }

    /**
     * Opens a connection pool (HikariCP) of up to 10 connections, which is closed with the Plinth.
     *
     * @param jdbcUrl the URL, as the database's driver takes it
     * @param user the database user
     * @param password the user's password
     * @return the backend
     */
    public static JdbcBackend url(String jdbcUrl, String user, String password) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        return url(jdbcUrl).pool(config -> {
            config.setUsername(user);
            config.setPassword(password);
        });
    }

    /**
     * Changes the settings of the connection pool.
     *
     * @param customizer is given the settings, with Plinth's defaults in them, before the pool is opened
     * @return a backend with these settings
     * @throws ConfigurationException where the backend was made with {@link #on(DataSource)} and has no pool of its own
     */
    public JdbcBackend pool(Consumer<HikariConfig> customizer) {
        Objects.requireNonNull(customizer, "customizer");
        if (pool == null) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "pool(...) changes the pool that JdbcBackend.url(...) opens, and this backend uses a data source of"
                            + " the application. Change the settings there",
                    null);
        }
        return new JdbcBackend(null, pool.andThen(customizer), options);
    }

    /**
     * Limits how long a statement may take before it fails with
     * {@link dev.plinth.error.StatementTimeoutException}. Without this, the database's own setting counts. The engine
     * itself counts the time, for the transactions of units of work only, and forgets it with them.
     *
     * @param timeout the limit, at least a millisecond
     * @return a backend with this limit
     * @throws ConfigurationException where the limit is none
     */
    public JdbcBackend statementTimeout(Duration timeout) {
        return new JdbcBackend(source, pool, options.withStatementTimeout(timeout));
    }

    /**
     * Limits how long a statement waits for the lock of another transaction before it fails with
     * {@link dev.plinth.error.LockTimeoutException}. Without this, the database's own setting counts.
     *
     * @param timeout the limit, at least a millisecond; an engine that counts in seconds takes the next whole one
     * @return a backend with this limit
     * @throws ConfigurationException where the limit is none
     */
    public JdbcBackend lockTimeout(Duration timeout) {
        return new JdbcBackend(source, pool, options.withLockTimeout(timeout));
    }

    /**
     * Keeps the engine's own errors, which are the causes of Plinth's, as they are. Their text may quote values of rows;
     * without this it is left out.
     *
     * @return a backend whose errors may show values
     */
    public JdbcBackend valuesInErrors() {
        return new JdbcBackend(source, pool, options.showingValues());
    }

    @Override
    public Store connect(StatementListener listener) {
        Connections connections = source != null ? Connections.shared(source) : Connections.owned(openPool());
        return JdbcStore.connect(connections, options, listener);
    }

    private HikariDataSource openPool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plinth");
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        Objects.requireNonNull(pool).accept(config);
        openForReading(config);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new ConnectionException(
                    "the database at '" + withoutSecrets(config) + "' cannot be reached: " + reason(e)
                            + ". Check that it runs, and the URL, user and password",
                    e.getCause());
        } catch (RuntimeException e) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "no connection pool can be opened for '" + withoutSecrets(config) + "': " + reason(e)
                            + ". Check the URL, the pool's settings, and that the database's driver is on the class path",
                    e.getCause());
        }
    }

    // SQLite is read-only by how its file is opened, and its driver takes no other word for it
    private static void openForReading(HikariConfig config) {
        String url = String.valueOf(config.getJdbcUrl());
        if (READING_SQLITE.matcher(url).matches()) {
            config.setReadOnly(true);
        } else if (config.isReadOnly() && SQLITE.matcher(url).matches()) {
            config.addDataSourceProperty("open_mode", "1");
        }
    }

    @Override
    public String toString() {
        return source != null ? "SQL database of a data source" : "SQL database at a JDBC URL";
    }

    private static String reason(RuntimeException error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        return String.valueOf(cause.getMessage());
    }

    // parameters of a URL, and what stands before an @, may be secrets
    private static String withoutSecrets(HikariConfig config) {
        String url = String.valueOf(config.getJdbcUrl());
        return url.replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
