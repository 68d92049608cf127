package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.Counters;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.model.Generation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Counters of ids on MySQL, which has no sequences: a table of the sequence's name whose only column counts by itself, a
 * block at a time. That number does not take part in transactions, as a row would: no one waits for another to commit,
 * and a rollback gives no id again. There is a row for each block; all but the last may be deleted.
 */
final class AutoIncrementCounters implements Counters {
    private static final Field<Object> ID = DSL.field(DSL.name("id"));

    private static Table<Record> table(Generation.Sequence sequence) {
        return DSL.table(EntityTable.name(sequence.name()));
    }

    @Override
    public List<Query> create(DSLContext dsl, Generation.Sequence sequence) {
        return List.of(dsl.query(
                "create table if not exists {0} ({1} bigint not null auto_increment primary key) auto_increment = {2}",
                table(sequence), ID, DSL.inline(sequence.initialValue())));
    }

    // the column itself counts on from its greatest number
    @Override
    public List<Query> create(DSLContext dsl, Generation.Sequence sequence, Field<Long> first) {
        Field<Long> last = DSL.field(DSL.name("last_id"), Long.class);
        List<Query> statements = new ArrayList<>(create(dsl, sequence));
        statements.add(dsl.insertInto(table(sequence), ID)
                .select(DSL.select(last.coerce(Object.class))
                        .from(DSL.select(first.minus(DSL.inline(1L)).as(last)).asTable(DSL.name("last_ids")))
                        .where(last.ge(DSL.inline(sequence.initialValue())))));
        return statements;
    }

    @Override
    public Query drop(DSLContext dsl, Generation.Sequence sequence) {
        return dsl.dropTableIfExists(table(sequence));
    }

    @Override
    public Query next(DSLContext dsl, Generation.Sequence sequence) {
        int step = sequence.allocationSize();
        long offset = Math.floorMod(sequence.initialValue() - 1, (long) step) + 1;
        // jOOQ puts nothing into comments
        String steps =
                "set_var(auto_increment_increment = " + step + ") set_var(auto_increment_offset = " + offset + ")";
        return dsl.query("insert /*+ " + steps + " */ into {0} () values ()", table(sequence));
    }

    @Override
    public String generatedId() {
        return ID.getName();
    }

    @Override
    public long next(PreparedStatement statement, Generation.Sequence sequence) throws SQLException {
        statement.executeUpdate();
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            long first = keys.getLong(1);
            if (Math.floorMod(first - sequence.initialValue(), (long) sequence.allocationSize()) != 0) {
                throw new SQLException("the server does not count in the steps that it was asked for");
            }
            return first;
        }
    }
}
