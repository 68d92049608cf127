package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EngineDetector;
import dev.plinth.jdbc.internal.sql.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Knows SQLite behind the driver of xerial. */
public final class SqliteDetector implements EngineDetector {
    @Override
    public String supported() {
        return "SQLite 3.41 or newer";
    }

    @Override
    public @Nullable Dialect detect(Connection connection) throws SQLException {
        if (!Settings.isAtLeast(connection, "SQLite", 3, 41)) {
            return null;
        }
        if (!"SQLite JDBC".equals(connection.getMetaData().getDriverName())) {
            throw Settings.refused("the database is SQLite, but its driver is not org.xerial:sqlite-jdbc, whose"
                    + " functions Plinth uses to ignore case. Use that driver");
        }
        String encoding = Settings.ask(connection, "pragma encoding");
        if (!"UTF-8".equals(encoding)) {
            throw Settings.refused("the SQLite database has the encoding " + encoding
                    + ", under which text is not ordered by code point. Create it with the encoding UTF-8, which is the"
                    + " default");
        }
        return new SqliteDialect();
    }
}
