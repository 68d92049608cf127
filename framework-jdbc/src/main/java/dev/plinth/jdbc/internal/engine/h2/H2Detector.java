package dev.plinth.jdbc.internal.engine.h2;

import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EngineDetector;
import dev.plinth.jdbc.internal.sql.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Knows H2, in its regular mode. */
public final class H2Detector implements EngineDetector {
    @Override
    public String supported() {
        return "H2 2.4 or newer";
    }

    @Override
    public @Nullable Dialect detect(Connection connection) throws SQLException {
        if (!Settings.isAtLeast(connection, "H2", 2, 4)) {
            return null;
        }
        require(connection, "MODE", "REGULAR");
        require(connection, "IGNORECASE", "0");
        require(connection, "COLLATION", "OFF");
        return new H2Dialect();
    }

    // other settings change what equality and null mean
    private static void require(Connection connection, String name, String value) throws SQLException {
        String actual = Settings.ask(
                connection, "select setting_value from information_schema.settings where setting_name = ?", name);
        if (actual != null && !actual.equalsIgnoreCase(value)) {
            throw Settings.refused("the H2 database has the setting " + name + "=" + actual
                    + ", under which values compare in another way. Open or create it with " + name + "=" + value
                    + ", which is the default");
        }
    }
}
