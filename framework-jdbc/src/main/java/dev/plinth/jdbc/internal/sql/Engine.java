package dev.plinth.jdbc.internal.sql;

import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.SqlErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to write and run statements on one database. Thread-safe.
 *
 * @param dialect the engine
 * @param author writes the SQL
 * @param cache remembers it
 * @param fits how its tables fit the model
 * @param errors understands what goes wrong
 * @param options what the user asks for
 * @param listener is told of each statement
 */
public record Engine(
        Dialect dialect,
        SqlAuthor author,
        StatementCache cache,
        Fits fits,
        SqlErrors errors,
        Options options,
        StatementListener listener) {
    /** An engine with an empty cache. */
    public static Engine of(Dialect dialect, Options options, StatementListener listener) {
        if (options.limitsTime() && dialect.timeLimits() == null) {
            throw Settings.refused(dialect.jooq().getName() + " has no time-outs that a session can set. Leave out"
                    + " statementTimeout(...) and lockTimeout(...)");
        }
        TimeLimits limits = dialect.timeLimits();
        SqlAuthor author = new SqlAuthor(dialect.jooq());
        return new Engine(
                dialect,
                author,
                new StatementCache(1000),
                new Fits(dialect, author),
                new SqlErrors(
                        dialect.errors(),
                        dialect.hiddenColumns(),
                        ConstraintNames::checkStart,
                        options.showsValues(),
                        () -> limits != null && limits.endsWaiting()),
                options,
                listener);
    }

    /** Limits the time of a connection's statements, where that is asked for; returns the statements that undo it. */
    public List<String> limit(Connection connection) throws SQLException {
        TimeLimits limits = options.limitsTime() ? dialect.timeLimits() : null;
        return limits == null ? List.of() : limits.limit(connection, options);
    }

    /** Limits how long a connection's statements wait, where that is asked for; returns the statements that undo it. */
    public List<String> limitWaiting(Connection connection) throws SQLException {
        Duration limit = options.lockTimeout();
        TimeLimits limits = limit == null ? null : dialect.timeLimits();
        return limit == null || limits == null
                ? List.of()
                : limits.limit(connection, Options.NONE.withLockTimeout(limit));
    }

    /** Takes back what {@link #prepare} has left on a connection. */
    public void release(Connection connection) throws SQLException {
        TimeLimits limits = options.statementTimeout() == null ? null : dialect.timeLimits();
        if (limits != null) {
            limits.release(connection);
        }
    }

    /**
     * Prepares a statement that runs at once.
     *
     * @param generatedId the column of the ids that the database sets, or null
     */
    public PreparedStatement prepare(Connection connection, Sql sql, @Nullable String generatedId) throws SQLException {
        PreparedStatement statement = generatedId == null
                ? connection.prepareStatement(sql.text())
                : connection.prepareStatement(sql.text(), new String[] {generatedId});
        Duration limit = options.statementTimeout();
        TimeLimits limits = limit == null ? null : dialect.timeLimits();
        if (limit != null && limits != null) {
            limits.limit(statement, limit);
        }
        return statement;
    }
}
