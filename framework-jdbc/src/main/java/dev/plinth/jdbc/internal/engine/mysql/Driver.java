package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.Settings;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The drivers of the two engines. What they are set up to do is asked of their classes by name, because the application
 * brings the driver.
 */
enum Driver {
    MYSQL("MySQL Connector/J", "com.mysql:mysql-connector-j") {
        @Override
        Object ask(Object connection, String option) throws ReflectiveOperationException {
            return call(property(connection, option), "getValue");
        }
    },
    MARIADB("MariaDB Connector/J", "org.mariadb.jdbc:mariadb-java-client") {
        @Override
        Object ask(Object connection, String option) throws ReflectiveOperationException {
            return call(call(call(connection, "getContext"), "getConf"), option);
        }
    };

    /** Whether the server keeps a result that is read bit by bit. */
    static final String CURSORS = "useCursorFetch";

    /** Whether an update counts the rows that it changes, and not those that it finds. */
    private static final String AFFECTED_ROWS = "useAffectedRows";

    // a statement that was prepared before knows nothing of it
    private static final Map<String, Boolean> KEEPING =
            Map.of(CURSORS, true, "useServerPrepStmts", true, "cachePrepStmts", false);

    /** Whether times are sent with what is less than a second. */
    private static final String FRACTIONS = "sendFractionalSeconds";

    /** Whether all batches are sent as one, and answered by one number. */
    private static final String BULK = "useBulkStmts";

    private static final Pattern READ_ONLY = Pattern.compile(
            "[?&;,=](?:session )?(?:transaction|tx)_read_only=(?:1|on|true)\\b", Pattern.CASE_INSENSITIVE);

    private final String product;
    private final String artifact;

    Driver(String product, String artifact) {
        this.product = product;
        this.artifact = artifact;
    }

    /** The value of an option. */
    abstract Object ask(Object connection, String option) throws ReflectiveOperationException;

    /** Refuses another driver, and one that is set up so that a row with new values as the old ones looks like none. */
    void require(Connection connection, String engine) throws SQLException {
        String actual = connection.getMetaData().getDriverName();
        if (!product.equals(actual)) {
            throw Settings.refused("the database is " + engine + ", but its driver is '" + actual + "'. Use the driver "
                    + artifact + ", which is the one that Plinth knows");
        }
        if (isSet(connection, AFFECTED_ROWS)) {
            throw Settings.refused("the driver has the option " + AFFECTED_ROWS
                    + ", under which an update that changes nothing looks like one that found no row. Take it out of the"
                    + " URL");
        }
        if (this == MYSQL && !isSet(connection, FRACTIONS)) {
            throw Settings.refused("the driver has the option " + FRACTIONS
                    + "=false, under which times lose what is less than a second. Take it out of the URL");
        }
        if (this == MARIADB && isSet(connection, BULK)) {
            throw Settings.refused("the driver has the option " + BULK
                    + ", under which it does not tell how many rows each statement of a batch changed. Take it out of the"
                    + " URL");
        }
        if (READ_ONLY.matcher(String.valueOf(connection.getMetaData().getURL())).find()) {
            throw Settings.refused("the URL makes sessions read-only by a variable, which the pool and the driver set"
                    + " anew. Take it out of the URL, and set the pool to be read-only:"
                    + " JdbcBackend.url(...).pool(pool -> pool.setReadOnly(true))");
        }
    }

    /**
     * Lets the server keep results, although the URL does not say so: MySQL's driver looks at these options whenever a
     * statement is prepared or run.
     *
     * @return puts the options back
     */
    static Dialect.KeptResults keepResults(Connection connection) throws SQLException {
        Object actual = connection.unwrap(Connection.class);
        Map<String, Boolean> before = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Boolean> option : KEEPING.entrySet()) {
                before.put(option.getKey(), Boolean.TRUE.equals(MYSQL.ask(actual, option.getKey())));
            }
            set(actual, KEEPING);
        } catch (ReflectiveOperationException e) {
            throw unknown(connection, e);
        }
        return () -> {
            try {
                set(actual, before);
            } catch (ReflectiveOperationException e) {
                throw unknown(connection, e);
            }
        };
    }

    private static void set(Object connection, Map<String, Boolean> options) throws ReflectiveOperationException {
        for (Map.Entry<String, Boolean> option : options.entrySet()) {
            Object property = property(connection, option.getKey());
            property.getClass().getMethod("setValue", Object.class).invoke(property, option.getValue());
        }
    }

    private static SQLException unknown(Connection connection, ReflectiveOperationException cause) throws SQLException {
        return new SQLException(
                "the driver " + connection.getMetaData().getDriverVersion() + " does not take the options "
                        + KEEPING.keySet() + ". Use another version of it",
                cause);
    }

    private static Object property(Object connection, String option) throws ReflectiveOperationException {
        return call(call(connection, "getPropertySet"), "getBooleanProperty", option);
    }

    /** Whether an option is on. */
    boolean isSet(Connection connection, String option) throws SQLException {
        try {
            return Boolean.TRUE.equals(ask(connection.unwrap(Connection.class), option));
        } catch (ReflectiveOperationException e) {
            throw Settings.refused("the driver " + artifact + " "
                    + connection.getMetaData().getDriverVersion() + " does not tell of its option " + option
                    + ". Use another version of it");
        }
    }

    private static Object call(Object object, String method, Object... arguments) throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[arguments.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = arguments[i].getClass();
        }
        Object result = object.getClass().getMethod(method, types).invoke(object, arguments);
        if (result == null) {
            throw new InvocationTargetException(null, method);
        }
        return result;
    }
}
