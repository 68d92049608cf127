package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EngineDetector;
import dev.plinth.jdbc.internal.sql.Settings;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows MySQL and MariaDB, each behind the driver of its makers. */
public final class MySqlDetector implements EngineDetector {
    // 8.4.3, 9.7.4-2, 11.4.5-MariaDB
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(.*)");
    private static final Pattern OTHERS = Pattern.compile("(?i)tidb|oceanbase|vitess|singlestore|polardb");

    @Override
    public String supported() {
        return "MySQL 8.0.23 or newer, MariaDB 10.6 or newer";
    }

    @Override
    public @Nullable Dialect detect(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        if (!Set.of("MySQL", "MariaDB").contains(data.getDatabaseProductName())) {
            return null;
        }
        String version = String.valueOf(Settings.ask(connection, "select version()"));
        if (OTHERS.matcher(version).find()) {
            throw Settings.refused("the database '" + version
                    + "' speaks the protocol of MySQL, but is not MySQL, and is not supported");
        }
        boolean mariaDb = version.contains("MariaDB");
        if (!(mariaDb ? isAtLeast(version, 10, 6, 0) : isAtLeast(version, 8, 0, 23))) {
            return null;
        }
        (mariaDb ? Driver.MARIADB : Driver.MYSQL).require(connection, mariaDb ? "MariaDB" : "MySQL");
        requireUnicode(connection);
        return mariaDb ? new MariaDbDialect() : new MySqlDialect(Driver.MYSQL.isSet(connection, Driver.CURSORS));
    }

    private static boolean isAtLeast(String version, int... least) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        for (int i = 0; i < least.length; i++) {
            int part = Integer.parseInt(parts.group(i + 1));
            if (part != least[i]) {
                return part > least[i];
            }
        }
        return true;
    }

    // a driver that was told of another encoding encodes texts so; results without one are sent as they are stored
    private static void requireUnicode(Connection connection) throws SQLException {
        String set = Settings.ask(
                connection,
                "select concat(@@character_set_client, ' ', @@character_set_connection, ' ',"
                        + " coalesce(@@character_set_results, 'utf8mb4'))");
        if (!"utf8mb4 utf8mb4 utf8mb4".equals(set)) {
            throw Settings.refused("the connection has the character sets '" + set
                    + "' for client, connection and results, which cannot hold every text. Take the character encoding"
                    + " out of the URL, so that all are utf8mb4");
        }
    }
}
