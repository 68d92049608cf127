package dev.plinth.jdbc.internal.sql;

import dev.plinth.model.Generation;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** What counts ids where the engine has no sequences: a table of the sequence's name. Thread-safe. */
public interface Counters {
    /** Creates the counter where it is missing. */
    List<Query> create(DSLContext dsl, Generation.Sequence sequence);

    /**
     * Creates the counter where it is missing.
     *
     * @param first what it starts with, for the engine to compute
     */
    List<Query> create(DSLContext dsl, Generation.Sequence sequence, Field<Long> first);

    /** Drops the counter. */
    Query drop(DSLContext dsl, Generation.Sequence sequence);

    /** Whether the table has a row from the start, without which it cannot count. */
    default boolean hasRow() {
        return false;
    }

    /** The statement that takes the next block of ids. */
    Query next(DSLContext dsl, Generation.Sequence sequence);

    /** The column of the ids that this statement makes the database set, or null. */
    default @Nullable String generatedId() {
        return null;
    }

    /**
     * Takes the next block of ids.
     *
     * @param statement that of {@link #next(DSLContext, Generation.Sequence)}
     * @return the first id
     */
    long next(PreparedStatement statement, Generation.Sequence sequence) throws SQLException;
}
