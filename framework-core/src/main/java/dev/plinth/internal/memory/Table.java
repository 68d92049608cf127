package dev.plinth.internal.memory;

import dev.plinth.error.DatabaseException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.Violation;
import dev.plinth.internal.memory.TableDefinition.Column;
import dev.plinth.internal.memory.TableDefinition.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A table at one moment: its rows by id, and for each unique key the id of the row that has it. Never changes. */
final class Table {
    private final TableDefinition definition;
    private final PersistentMap<Object, Row> rows;
    private final List<PersistentMap<Object, Object>> indexes;
    private final long inserted;

    /**
     * A row in a table.
     *
     * @param serial counts the inserts of the table; rows that nobody has ordered come in this order
     * @param values not to be changed, and not to be handed out
     */
    record Row(long serial, Object[] values) {}

    private Table(
            TableDefinition definition,
            PersistentMap<Object, Row> rows,
            List<PersistentMap<Object, Object>> indexes,
            long inserted) {
        this.definition = definition;
        this.rows = rows;
        this.indexes = indexes;
        this.inserted = inserted;
    }

    static Table empty(TableDefinition definition) {
        return new Table(
                definition,
                PersistentMap.empty(),
                Collections.nCopies(definition.keys().size(), PersistentMap.empty()),
                0);
    }

    TableDefinition definition() {
        return definition;
    }

    /** The row of an id, given as a key of {@link Keys}. */
    @Nullable
    Row byId(Object id) {
        return rows.get(id);
    }

    /** The row that is not deleted and has a value of a unique key, given as a key of {@link Keys}. */
    @Nullable
    Row byKey(UniqueKey key, Object value) {
        Object id = indexes.get(definition.keys().indexOf(key)).get(value);
        return id == null ? null : rows.get(id);
    }

    /** All rows that pass, in the order of their insertion. */
    List<Row> scan(Predicate<Object[]> filter) {
        List<Row> found = new ArrayList<>();
        rows.forEach(row -> {
            if (filter.test(row.values())) {
                found.add(row);
            }
        });
        found.sort(Comparator.comparingLong(Row::serial));
        return found;
    }

    /** This table with one row more. The values are kept as they are: the caller gives a copy. */
    Table insert(Object[] values) {
        check(values);
        Object id = idOf(values);
        if (rows.get(id) != null) {
            throw duplicateId();
        }
        Row row = new Row(inserted, values);
        return new Table(definition, rows.put(id, row), reindex(null, row, id), inserted + 1);
    }

    /** This table with other values for a row that it has. */
    Table update(Row before, Object[] values) {
        check(values);
        Object oldId = idOf(before.values());
        Object id = idOf(values);
        Row row = new Row(before.serial(), values);
        PersistentMap<Object, Row> kept = rows;
        if (!id.equals(oldId)) {
            if (rows.get(id) != null) {
                throw duplicateId();
            }
            kept = rows.remove(oldId);
        }
        return new Table(definition, kept.put(id, row), reindex(before, row, id), inserted);
    }

    /** This table without a row that it has. */
    Table delete(Row row) {
        Object id = idOf(row.values());
        return new Table(definition, rows.remove(id), reindex(row, null, id), inserted);
    }

    private Object idOf(Object[] values) {
        Object id = Keys.of(values, definition.id());
        if (id == null) {
            Violation violation = definition.ofId();
            throw new NotNullViolationException(
                    violation,
                    "a row of " + definition.entity() + " has no id. Set " + String.join(", ", violation.properties()),
                    null);
        }
        return id;
    }

    private List<PersistentMap<Object, Object>> reindex(@Nullable Row before, @Nullable Row after, Object id) {
        if (indexes.isEmpty()) {
            return indexes;
        }
        List<PersistentMap<Object, Object>> next = new ArrayList<>(indexes);
        for (int i = 0; i < next.size(); i++) {
            UniqueKey key = definition.keys().get(i);
            PersistentMap<Object, Object> index = next.get(i);
            Object old = before == null ? null : keyOf(key, before.values());
            Object value = after == null ? null : keyOf(key, after.values());
            if (old != null) {
                index = index.remove(old);
            }
            if (value != null) {
                if (index.get(value) != null) {
                    throw duplicateKey(key);
                }
                index = index.put(value, id);
            }
            next.set(i, index);
        }
        return next;
    }

    private @Nullable Object keyOf(UniqueKey key, Object[] values) {
        boolean deleted = definition.deletedAt() >= 0 && values[definition.deletedAt()] != null;
        return deleted ? null : Keys.of(values, key.positions());
    }

    private void check(Object[] values) {
        List<Column> columns = definition.columns();
        for (int i = 0; i < columns.size(); i++) {
            check(columns.get(i), columns.get(i).path(), values[i]);
        }
        for (int i = 0; i < definition.collections().size(); i++) {
            TableDefinition.Collection collection = definition.collections().get(i);
            for (Object element : (List<?>) values[columns.size() + i]) {
                Object[] parts = (Object[]) element;
                for (int j = 0; j < parts.length; j++) {
                    check(collection.columns().get(j), collection.path(), parts[j]);
                }
            }
        }
    }

    private void check(Column column, String path, @Nullable Object value) {
        if (value == null && !column.nullable()) {
            throw new NotNullViolationException(
                    new Violation(definition.entity(), null, List.of(column.name()), List.of(path)),
                    "column \"" + column.name() + "\" of table \"" + definition.name() + "\" takes no null. Set "
                            + definition.entity() + "." + path + ", or map it as nullable",
                    null);
        } else if (value != null && !column.type().javaType().isInstance(value)) {
            throw new DatabaseException(
                    ErrorCode.DATABASE,
                    "column \"" + column.name() + "\" of table \"" + definition.name() + "\" holds "
                            + column.type().javaType().getName() + ", and "
                            + value.getClass().getName() + " was given for " + definition.entity() + "." + path,
                    null);
        }
    }

    private DuplicateKeyException duplicateId() {
        String where = "Table: \"" + definition.name() + "\"";
        return definition.deletedAt() < 0
                ? DuplicateKeyException.of(definition.ofId(), where, null)
                : DuplicateKeyException.ofId(definition.ofId(), where, null);
    }

    private DuplicateKeyException duplicateKey(UniqueKey key) {
        return DuplicateKeyException.of(definition.of(key), "Unique key: \"" + key.name() + "\"", null);
    }
}
