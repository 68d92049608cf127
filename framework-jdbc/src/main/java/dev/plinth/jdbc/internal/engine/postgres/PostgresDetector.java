package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EngineDetector;
import dev.plinth.jdbc.internal.sql.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Knows PostgreSQL, with the encoding UTF8. */
public final class PostgresDetector implements EngineDetector {
    @Override
    public String supported() {
        return "PostgreSQL 13 or newer";
    }

    @Override
    public @Nullable Dialect detect(Connection connection) throws SQLException {
        if (!Settings.isAtLeast(connection, "PostgreSQL", 13, 0)) {
            return null;
        }
        // others speak its protocol and say its name, but have their own types, locks and errors
        String product = String.valueOf(Settings.ask(connection, "select version()"));
        if (!product.startsWith("PostgreSQL ")) {
            throw Settings.refused("the database '" + product
                    + "' speaks the protocol of PostgreSQL, but is not PostgreSQL, and is not supported");
        }
        String encoding = Settings.ask(connection, "select current_setting(?)", "server_encoding");
        if (!"UTF8".equals(encoding)) {
            throw Settings.refused("the PostgreSQL database has the encoding " + encoding
                    + ", which cannot hold every text. Create it with the encoding UTF8, which is the default");
        }
        return new PostgresDialect(connection.getMetaData().getDatabaseMajorVersion());
    }
}
