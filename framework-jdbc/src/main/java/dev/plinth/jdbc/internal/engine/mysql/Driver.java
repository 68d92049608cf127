package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.Settings;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The drivers of the two engines. What they are set up to do is asked of their classes by name, because the application
 * brings the driver.
 */
enum Driver {
    MYSQL("MySQL Connector/J", "com.mysql:mysql-connector-j") {
        @Override
        Object countsChanged(Object connection) throws ReflectiveOperationException {
            Object property = call(call(connection, "getPropertySet"), "getBooleanProperty", AFFECTED_ROWS);
            return call(property, "getValue");
        }
    },
    MARIADB("MariaDB Connector/J", "org.mariadb.jdbc:mariadb-java-client") {
        @Override
        Object countsChanged(Object connection) throws ReflectiveOperationException {
            return call(call(call(connection, "getContext"), "getConf"), AFFECTED_ROWS);
        }
    };

    private static final String AFFECTED_ROWS = "useAffectedRows";

    private final String product;
    private final String artifact;

    Driver(String product, String artifact) {
        this.product = product;
        this.artifact = artifact;
    }

    /** Whether an update counts the rows that it changes, and not those that it finds. */
    abstract Object countsChanged(Object connection) throws ReflectiveOperationException;

    /** Refuses another driver, and one that is set up so that a row with new values as the old ones looks like none. */
    void require(Connection connection, String engine) throws SQLException {
        String actual = connection.getMetaData().getDriverName();
        if (!product.equals(actual)) {
            throw Settings.refused("the database is " + engine + ", but its driver is '" + actual + "'. Use the driver "
                    + artifact + ", which is the one that Plinth knows");
        }
        Object counts;
        try {
            counts = countsChanged(connection.unwrap(Connection.class));
        } catch (ReflectiveOperationException e) {
            throw Settings.refused(
                    "the driver " + artifact + " " + connection.getMetaData().getDriverVersion()
                            + " does not tell whether it counts found or changed rows. Use another version of it");
        }
        if (!Boolean.FALSE.equals(counts)) {
            throw Settings.refused("the driver has the option " + AFFECTED_ROWS
                    + ", under which an update that changes nothing looks like one that found no row. Take it out of the"
                    + " URL");
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
