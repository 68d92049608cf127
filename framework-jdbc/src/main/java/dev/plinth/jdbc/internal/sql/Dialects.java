package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Finds out which engine a connection leads to. */
public final class Dialects {
    private static final String SUPPORTED = "H2 2.4 or newer";

    private Dialects() {}

    /** The dialect of a database. */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        int major = data.getDatabaseMajorVersion();
        boolean fits = data.getDatabaseProductName().equals("H2")
                && (major > 2 || major == 2 && data.getDatabaseMinorVersion() >= 4);
        if (!fits) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "the database '" + nameOf(connection) + "' is not supported. Supported are: " + SUPPORTED,
                    null);
        }
        requireSetting(connection, "MODE", "REGULAR");
        requireSetting(connection, "IGNORECASE", "0");
        requireSetting(connection, "COLLATION", "OFF");
        return new H2Dialect();
    }

    /** The engine and its version. */
    public static String nameOf(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        // H2 adds its release date in parentheses
        return data.getDatabaseProductName() + " "
                + data.getDatabaseProductVersion().replaceFirst(" \\(.*", "");
    }

    // other settings change what equality and null mean
    private static void requireSetting(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select setting_value from information_schema.settings where setting_name = ?")) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                if (result.next() && !result.getString(1).equalsIgnoreCase(value)) {
                    throw new ConfigurationException(
                            ErrorCode.CONFIGURATION_INVALID,
                            "the H2 database has the setting " + name + "=" + result.getString(1)
                                    + ", under which values compare in another way. Open or create it with " + name
                                    + "="
                                    + value + ", which is the default",
                            null);
                }
            }
        }
    }
}
