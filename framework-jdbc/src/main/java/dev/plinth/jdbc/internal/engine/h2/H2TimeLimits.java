package dev.plinth.jdbc.internal.engine.h2;

import dev.plinth.jdbc.internal.sql.Options;
import dev.plinth.jdbc.internal.sql.Settings;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Settings of H2's session, where waiting for a lock is no part of the time of a statement. */
final class H2TimeLimits implements TimeLimits {
    private static final String STATEMENT =
            "select setting_value from information_schema.settings where setting_name = 'QUERY_TIMEOUT'";

    private volatile boolean endsWaiting;

    @Override
    public List<String> limit(Connection connection, Options options) throws SQLException {
        List<String> undo = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            Duration limit = options.statementTimeout();
            if (limit != null) {
                undo.add("set query_timeout " + Settings.ask(connection, STATEMENT));
                statement.execute("set query_timeout " + limit.toMillis());
            }
            String before = Settings.ask(connection, "select lock_timeout()");
            long waiting = TimeLimits.waiting(options, Long.parseLong(before));
            endsWaiting = limit != null && waiting == limit.toMillis();
            undo.add("set lock_timeout " + before);
            statement.execute("set lock_timeout " + waiting);
        }
        return undo;
    }

    @Override
    public boolean endsWaiting() {
        return endsWaiting;
    }
}
