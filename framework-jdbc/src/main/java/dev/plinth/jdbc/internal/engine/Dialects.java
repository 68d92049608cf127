package dev.plinth.jdbc.internal.engine;

import dev.plinth.jdbc.internal.engine.h2.H2Detector;
import dev.plinth.jdbc.internal.engine.mysql.MySqlDetector;
import dev.plinth.jdbc.internal.engine.postgres.PostgresDetector;
import dev.plinth.jdbc.internal.engine.sqlite.SqliteDetector;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EngineDetector;
import dev.plinth.jdbc.internal.sql.Settings;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Finds out which engine a connection leads to, and whether it is set up so that values mean what they should. */
public final class Dialects {
    private static final List<EngineDetector> ENGINES =
            List.of(new H2Detector(), new PostgresDetector(), new SqliteDetector(), new MySqlDetector());

    private Dialects() {}

    /** The dialect of a database. */
    public static Dialect of(Connection connection) throws SQLException {
        for (EngineDetector engine : ENGINES) {
            Dialect dialect = engine.detect(connection);
            if (dialect != null) {
                return dialect;
            }
        }
        throw Settings.refused("the database '" + nameOf(connection) + "' is not supported. Supported are: "
                + ENGINES.stream().map(EngineDetector::supported).collect(Collectors.joining(", ")));
    }

    /** The engine and its version. */
    public static String nameOf(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        // H2 adds its release date in parentheses, PostgreSQL who has packed it, MariaDB its name
        return data.getDatabaseProductName() + " "
                + data.getDatabaseProductVersion().replaceFirst("( \\(|-MariaDB).*", "");
    }
}
