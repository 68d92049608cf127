package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.jdbc.internal.sql.Options;
import dev.plinth.jdbc.internal.sql.Settings;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * Waiting is limited by a setting of the connection; work by a handler that SQLite calls while it works, because the
 * driver takes a query time-out for a limit of waiting. The time of a statement includes the reading of its rows.
 */
final class SqliteTimeLimits implements TimeLimits {
    /** Instructions of SQLite's virtual machine between two calls of the handler: some tenths of a millisecond. */
    private static final int INSTRUCTIONS = 10_000;

    private volatile boolean endsWaiting;

    @Override
    public List<String> limit(Connection connection, Options options) throws SQLException {
        Duration limit = options.statementTimeout();
        String before = String.valueOf(Settings.ask(connection, "pragma busy_timeout"));
        long waiting = TimeLimits.waiting(options, Long.parseLong(before));
        endsWaiting = limit != null && waiting == limit.toMillis();
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + waiting);
        }
        return List.of("pragma busy_timeout = " + before);
    }

    @Override
    public boolean endsWaiting() {
        return endsWaiting;
    }

    @Override
    public void limit(PreparedStatement statement, Duration limit) throws SQLException {
        ProgressHandler.setHandler(
                statement.getConnection().unwrap(SQLiteConnection.class), INSTRUCTIONS, new Deadline(limit));
    }

    @Override
    public void release(Connection connection) throws SQLException {
        ProgressHandler.clearHandler(connection.unwrap(SQLiteConnection.class));
    }

    private static final class Deadline extends ProgressHandler {
        private final long end;

        Deadline(Duration limit) {
            this.end = System.nanoTime() + limit.toNanos();
        }

        @Override
        protected int progress() {
            return System.nanoTime() - end > 0 ? 1 : 0;
        }
    }
}
