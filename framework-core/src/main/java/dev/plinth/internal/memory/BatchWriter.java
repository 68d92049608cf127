package dev.plinth.internal.memory;

import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.memory.Table.Row;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import dev.plinth.model.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes one batch, change by change, each on the table that the change before it has left. */
final class BatchWriter {
    private final WriteBatch batch;
    private final MemoryDatabase database;
    private final List<Integer> stale = new ArrayList<>();
    private final List<Object> generatedIds = new ArrayList<>();
    private Table table;

    BatchWriter(Table table, WriteBatch batch, MemoryDatabase database) {
        this.table = table;
        this.batch = batch;
        this.database = database;
    }

    /** The table after the batch. */
    Table table() {
        return table;
    }

    WriteResult write() {
        for (int i = 0; i < batch.changes().size(); i++) {
            Change change = batch.changes().get(i);
            if (batch.kind() == WriteBatch.Kind.INSERT) {
                insert(required(change.after()));
            } else {
                writeExisting(i, change);
            }
        }
        return new WriteResult(stale, generatedIds);
    }

    private void writeExisting(int index, Change change) {
        Row found = current(required(change.before()));
        if (found == null) {
            stale.add(index);
        } else if (batch.kind() == WriteBatch.Kind.DELETE) {
            table = table.delete(found);
        } else {
            Object[] values = found.values().clone();
            copyInto(values, required(change.after()));
            table = table.update(found, values);
        }
    }

    private void insert(Object[] after) {
        Object[] values = new Object[batch.entity().width()];
        Arrays.fill(values, batch.entity().columns().size(), values.length, List.of());
        copyInto(values, after);
        if (batch.entity().id().generation() instanceof Generation.Identity) {
            identify(values);
        }
        table = table.insert(values);
    }

    private void copyInto(Object[] values, Object[] after) {
        for (ColumnModel column : batch.columns()) {
            values[column.position()] = Rows.copy(after[column.position()]);
        }
        for (CollectionModel collection : batch.collections()) {
            Object elements = after[collection.position()];
            values[collection.position()] = elements == null ? List.of() : Rows.copy(elements);
        }
    }

    private void identify(Object[] values) {
        ColumnModel id = batch.entity().id().columns().get(0);
        AtomicLong counter = database.identity(batch.entity().table());
        if (batch.columns().contains(id)) {
            // the application has set the id: later ones must not run into it
            counter.accumulateAndGet(((Number) values[id.position()]).longValue(), Math::max);
            return;
        }
        Object value = ofType(id, counter.incrementAndGet());
        values[id.position()] = value;
        generatedIds.add(value);
    }

    private Object ofType(ColumnModel id, long value) {
        long max = switch (id.type()) {
            case BYTE -> Byte.MAX_VALUE;
            case SHORT -> Short.MAX_VALUE;
            case INT -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        if (value < 0 || value > max) {
            throw new DatabaseException(
                    ErrorCode.DATABASE,
                    "the ids of table \"" + batch.entity().table() + "\" are used up: column \"" + id.name()
                            + "\" ends at " + max + ". Map it to a wider type",
                    null);
        }
        return switch (id.type()) {
            case BYTE -> (byte) value;
            case SHORT -> (short) value;
            case INT -> (int) value;
            default -> value;
        };
    }

    /** The row as it is now, or null where it is gone or a guard has another value. */
    private @Nullable Row current(Object[] before) {
        Object id = Keys.of(before, table.definition().id());
        Row row = id == null ? null : table.byId(id);
        if (row == null) {
            return null;
        }
        for (ColumnModel guard : batch.guards()) {
            Object expected = before[guard.position()];
            Object actual = row.values()[guard.position()];
            if (expected == null || actual == null ? expected != actual : !Values.same(expected, actual)) {
                return null;
            }
        }
        return row;
    }

    private static Object[] required(Object @Nullable [] row) {
        return Objects.requireNonNull(row, "a change lacks the row that its kind of batch needs");
    }
}
