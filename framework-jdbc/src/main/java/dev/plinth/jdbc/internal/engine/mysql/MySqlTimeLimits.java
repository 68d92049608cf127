package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.Options;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of the session. MariaDB's counts for all statements. MySQL's counts for those that read; the driver sees to
 * the others, in whole seconds.
 */
final class MySqlTimeLimits implements TimeLimits {
    /** Of rows, and of tables that someone changes. */
    private static final List<String> LOCKS = List.of("innodb_lock_wait_timeout", "lock_wait_timeout");

    private final boolean isMariaDb;

    MySqlTimeLimits(boolean isMariaDb) {
        this.isMariaDb = isMariaDb;
    }

    @Override
    public List<String> limit(Connection connection, Options options) throws SQLException {
        List<String> changes = new ArrayList<>();
        List<String> undo = new ArrayList<>();
        Duration limit = options.statementTimeout();
        if (limit != null && isMariaDb) {
            change("max_statement_time", BigDecimal.valueOf(limit.toMillis(), 3).toPlainString(), changes, undo);
        } else if (limit != null) {
            change("max_execution_time", String.valueOf(limit.toMillis()), changes, undo);
        }
        if (options.lockTimeout() != null) {
            String seconds = String.valueOf(TimeLimits.seconds(options.lockTimeout()));
            LOCKS.forEach(lock -> change(lock, seconds, changes, undo));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set " + String.join(", ", changes));
        }
        return List.of("set " + String.join(", ", undo));
    }

    // the value before is kept in the session, so that no one has to ask for it
    private static void change(String setting, String value, List<String> changes, List<String> undo) {
        changes.add("@plinth_" + setting + " = @@session." + setting);
        changes.add("session " + setting + " = " + value);
        undo.add("session " + setting + " = @plinth_" + setting);
    }

    @Override
    public void limit(PreparedStatement statement, Duration limit) throws SQLException {
        if (!isMariaDb) {
            statement.setQueryTimeout((int) TimeLimits.seconds(limit));
        }
    }
}
