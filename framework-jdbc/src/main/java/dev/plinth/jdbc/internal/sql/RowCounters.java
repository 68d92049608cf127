package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.DatabaseException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.Generation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Counters that are a table with one row, which has the next id. A row takes part in transactions, when a session has
 * already written: what it gave is remembered, so that a rollback does not give it again.
 */
public final class RowCounters implements Counters {
    private static final Field<Long> NEXT = DSL.field(DSL.name("next_id"), SQLDataType.BIGINT.nullable(false));

    private final Map<Generation.Sequence, Long> given = new ConcurrentHashMap<>();

    private static Table<Record> table(Generation.Sequence sequence) {
        return DSL.table(EntityTable.name(sequence.name()));
    }

    @Override
    public List<Query> create(DSLContext dsl, Generation.Sequence sequence) {
        return create(dsl, sequence, DSL.inline(sequence.initialValue()));
    }

    @Override
    public List<Query> create(DSLContext dsl, Generation.Sequence sequence, Field<Long> first) {
        Table<Record> table = table(sequence);
        return List.of(
                dsl.createTableIfNotExists(table).column(NEXT),
                dsl.insertInto(table, NEXT)
                        .select(DSL.select(first).whereNotExists(DSL.selectOne().from(table))));
    }

    @Override
    public Query drop(DSLContext dsl, Generation.Sequence sequence) {
        return dsl.dropTableIfExists(table(sequence));
    }

    @Override
    public boolean hasRow() {
        return true;
    }

    // the first id is not less than the value of the only slot
    @Override
    public Query next(DSLContext dsl, Generation.Sequence sequence) {
        Field<Long> size = DSL.inline((long) sequence.allocationSize());
        Field<Long> atLeast = SqlAuthor.slot(0).coerce(Long.class);
        return dsl.update(table(sequence))
                .set(NEXT, DSL.greatest(NEXT, atLeast).plus(size))
                .returningResult(NEXT.minus(size));
    }

    @Override
    public long next(PreparedStatement statement, Generation.Sequence sequence) throws SQLException {
        statement.setLong(1, given.getOrDefault(sequence, Long.MIN_VALUE));
        try (ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                throw new DatabaseException(
                        ErrorCode.DATABASE,
                        "the table '" + sequence.name()
                                + "', whose only row counts ids, is empty. Insert a row with the"
                                + " next id, or drop the table and create it with plinth.schema().create()",
                        null);
            }
            long first = result.getLong(1);
            result.next(); // to the end, where the engine commits
            given.merge(sequence, first + sequence.allocationSize(), Math::max);
            return first;
        }
    }
}
