package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Asks a database how it is set up. */
public final class Settings {
    private Settings() {}

    /** Whether the database is of this product, in this version or a newer one. */
    public static boolean isAtLeast(Connection connection, String product, int major, int minor) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        int actual = data.getDatabaseMajorVersion();
        return data.getDatabaseProductName().equals(product)
                && (actual > major || actual == major && data.getDatabaseMinorVersion() >= minor);
    }

    /** The only value of a question's answer; null where there is none. */
    public static @Nullable String ask(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    /** The refusal of a database that is set up so that values would not mean what they should. */
    public static ConfigurationException refused(String message) {
        return new ConfigurationException(ErrorCode.CONFIGURATION_INVALID, message, null);
    }
}
