package dev.plinth.jdbc.internal.sql;

import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.SqlErrors;

/**
 * What it takes to write and run statements on one database. Thread-safe.
 *
 * @param dialect the engine
 * @param author writes the SQL
 * @param cache remembers it
 * @param errors understands what goes wrong
 * @param listener is told of each statement
 */
public record Engine(
        Dialect dialect, SqlAuthor author, StatementCache cache, SqlErrors errors, StatementListener listener) {
    /** An engine with an empty cache; its errors may show values where that is asked for. */
    public static Engine of(Dialect dialect, StatementListener listener, boolean showsValues) {
        return new Engine(
                dialect,
                new SqlAuthor(dialect.jooq()),
                new StatementCache(1000),
                new SqlErrors(dialect.errors(), dialect.hiddenColumns(), showsValues),
                listener);
    }
}
