package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds out which engine a connection leads to, and whether it is set up so that values mean what they should. */
public final class Dialects {
    private static final String SUPPORTED = "H2 2.4 or newer, PostgreSQL 13 or newer, SQLite 3.41 or newer";

    private Dialects() {}

    /** The dialect of a database. */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        int major = data.getDatabaseMajorVersion();
        Dialect dialect = switch (data.getDatabaseProductName()) {
            case "H2" -> major > 2 || major == 2 && data.getDatabaseMinorVersion() >= 4 ? h2(connection) : null;
            case "PostgreSQL" -> major >= 13 ? postgres(connection, major) : null;
            case "SQLite" ->
                major > 3 || major == 3 && data.getDatabaseMinorVersion() >= 41 ? sqlite(connection) : null;
            default -> null;
        };
        if (dialect == null) {
            throw notSupported(nameOf(connection));
        }
        return dialect;
    }

    /** The engine and its version. */
    public static String nameOf(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        // H2 adds its release date in parentheses, PostgreSQL who has packed it
        return data.getDatabaseProductName() + " "
                + data.getDatabaseProductVersion().replaceFirst(" \\(.*", "");
    }

    private static ConfigurationException notSupported(String name) {
        return refused("the database '" + name + "' is not supported. Supported are: " + SUPPORTED);
    }

    private static Dialect h2(Connection connection) throws SQLException {
        requireH2(connection, "MODE", "REGULAR");
        requireH2(connection, "IGNORECASE", "0");
        requireH2(connection, "COLLATION", "OFF");
        return new H2Dialect();
    }

    // other settings change what equality and null mean
    private static void requireH2(Connection connection, String name, String value) throws SQLException {
        String actual =
                ask(connection, "select setting_value from information_schema.settings where setting_name = ?", name);
        if (actual != null && !actual.equalsIgnoreCase(value)) {
            throw refused("the H2 database has the setting " + name + "=" + actual
                    + ", under which values compare in another way. Open or create it with " + name + "=" + value
                    + ", which is the default");
        }
    }

    private static Dialect postgres(Connection connection, int version) throws SQLException {
        // others speak its protocol and say its name, but have their own types, locks and errors
        String product = String.valueOf(ask(connection, "select version()", null));
        if (!product.startsWith("PostgreSQL ")) {
            throw notSupported(product);
        }
        String encoding = ask(connection, "select current_setting(?)", "server_encoding");
        if (!"UTF8".equals(encoding)) {
            throw refused("the PostgreSQL database has the encoding " + encoding
                    + ", which cannot hold every text. Create it with the encoding UTF8, which is the default");
        }
        return new PostgresDialect(version);
    }

    private static Dialect sqlite(Connection connection) throws SQLException {
        if (!"SQLite JDBC".equals(connection.getMetaData().getDriverName())) {
            throw refused("the database is SQLite, but its driver is not org.xerial:sqlite-jdbc, whose functions Plinth"
                    + " uses to ignore case. Use that driver");
        }
        String encoding = ask(connection, "pragma encoding", null);
        if (!"UTF-8".equals(encoding)) {
            throw refused("the SQLite database has the encoding " + encoding
                    + ", under which text is not ordered by code point. Create it with the encoding UTF-8, which is the"
                    + " default");
        }
        return new SqliteDialect();
    }

    private static @Nullable String ask(Connection connection, String sql, @Nullable String parameter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    private static ConfigurationException refused(String message) {
        return new ConfigurationException(ErrorCode.CONFIGURATION_INVALID, message, null);
    }
}
