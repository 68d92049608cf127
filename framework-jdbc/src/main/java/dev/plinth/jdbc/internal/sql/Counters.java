package dev.plinth.jdbc.internal.sql;

import dev.plinth.model.Generation;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A counter where the engine has no sequences: a table of the sequence's name with one row, which has the next id. */
public final class Counters {
    private static final Field<Long> NEXT = DSL.field(DSL.name("next_id"), SQLDataType.BIGINT.nullable(false));

    private Counters() {}

    private static Table<Record> table(Generation.Sequence sequence) {
        return DSL.table(EntityTable.name(sequence.name()));
    }

    /** Creates the counter where it is missing. */
    public static List<Query> create(DSLContext dsl, Generation.Sequence sequence) {
        Table<Record> table = table(sequence);
        return List.of(
                dsl.createTableIfNotExists(table).column(NEXT),
                dsl.insertInto(table, NEXT)
                        .select(DSL.select(DSL.inline(sequence.initialValue()))
                                .whereNotExists(DSL.selectOne().from(table))));
    }

    /** Drops the counter. */
    public static Query drop(DSLContext dsl, Generation.Sequence sequence) {
        return dsl.dropTableIfExists(table(sequence));
    }

    /** Takes a block of ids and returns the first, which is not less than the value of the only slot. */
    public static Query next(DSLContext dsl, Generation.Sequence sequence) {
        Field<Long> size = DSL.inline((long) sequence.allocationSize());
        Field<Long> atLeast = SqlAuthor.slot(0).coerce(Long.class);
        return dsl.update(table(sequence))
                .set(NEXT, DSL.greatest(NEXT, atLeast).plus(size))
                .returningResult(NEXT.minus(size));
    }
}
