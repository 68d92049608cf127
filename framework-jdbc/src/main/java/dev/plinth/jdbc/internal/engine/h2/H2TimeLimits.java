package dev.plinth.jdbc.internal.engine.h2;

import dev.plinth.jdbc.internal.sql.Options;
import dev.plinth.jdbc.internal.sql.Settings;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Settings of H2's session. */
final class H2TimeLimits implements TimeLimits {
    private static final String STATEMENT =
            "select setting_value from information_schema.settings where setting_name = 'QUERY_TIMEOUT'";

    @Override
    public List<String> limit(Connection connection, Options options) throws SQLException {
        List<String> undo = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (options.statementTimeout() != null) {
                undo.add("set query_timeout " + Settings.ask(connection, STATEMENT));
                statement.execute(
                        "set query_timeout " + options.statementTimeout().toMillis());
            }
            if (options.lockTimeout() != null) {
                undo.add("set lock_timeout " + Settings.ask(connection, "select lock_timeout()"));
                statement.execute("set lock_timeout " + options.lockTimeout().toMillis());
            }
        }
        return undo;
    }
}
