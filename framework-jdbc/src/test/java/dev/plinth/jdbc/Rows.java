package dev.plinth.jdbc;

import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shorthands for what core asks of a session. */
final class Rows {
    private Rows() {}

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    static List<Object[]> elements(@Nullable Object... values) {
        return Arrays.stream(values).map(value -> new Object[] {value}).toList();
    }

    static Object[] with(Object[] row, int position, @Nullable Object value) {
        @Nullable Object[] copy = row.clone();
        copy[position] = value;
        return copy;
    }

    static WriteResult insert(StoreSession session, EntityModel entity, List<Object[]> rows) {
        boolean identity = entity.id().generation() instanceof Generation.Identity;
        List<ColumnModel> columns =
                entity.columns().subList(identity ? 1 : 0, entity.columns().size());
        return session.write(new WriteBatch(
                WriteBatch.Kind.INSERT,
                entity,
                columns,
                entity.collections(),
                List.of(),
                rows.stream().map(row -> new Change(null, row)).toList()));
    }

    static WriteResult insert(StoreSession session, EntityModel entity, Object[]... rows) {
        return insert(session, entity, List.of(rows));
    }

    /** Updates the columns and collections whose values differ in the first change, guarded by id, version and marker. */
    static WriteResult update(StoreSession session, EntityModel entity, Change... changes) {
        Object[] before = changes[0].before();
        Object[] after = changes[0].after();
        List<ColumnModel> columns = entity.columns().stream()
                .filter(column -> before[column.position()] != after[column.position()])
                .toList();
        List<CollectionModel> collections = entity.collections().stream()
                .filter(collection -> before[collection.position()] != after[collection.position()])
                .toList();
        return session.write(
                new WriteBatch(WriteBatch.Kind.UPDATE, entity, columns, collections, guards(entity), List.of(changes)));
    }

    static WriteResult delete(StoreSession session, EntityModel entity, Object[]... rows) {
        List<Change> changes =
                Arrays.stream(rows).map(row -> new Change(row, null)).toList();
        return session.write(new WriteBatch(
                WriteBatch.Kind.DELETE, entity, List.of(), entity.collections(), guards(entity), changes));
    }

    private static List<ColumnModel> guards(EntityModel entity) {
        List<ColumnModel> guards = new ArrayList<>(entity.id().columns());
        if (entity.version() != null) {
            guards.add(entity.version());
        }
        if (entity.deletedAt() != null) {
            guards.add(entity.deletedAt());
        }
        return guards;
    }

    static List<Object[]> find(StoreSession session, EntityModel entity, Condition condition, SortKey... order) {
        return all(session.find(new Query(entity, condition, List.of(order), 0, 0)));
    }

    static List<Object[]> all(RowCursor cursor) {
        try (cursor) {
            List<Object[]> rows = new ArrayList<>();
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    static List<Object[]> byIds(StoreSession session, EntityModel entity, Object... ids) {
        List<EntityKey> keys =
                Arrays.stream(ids).map(id -> new EntityKey(entity, id)).toList();
        return session.findByKeys(entity, keys, false);
    }

    static long count(StoreSession session, EntityModel entity, Condition condition) {
        return session.count(new Query(entity, condition, List.of(), 0, 0));
    }

    /** The values of the only columns of elements. */
    @SuppressWarnings("unchecked")
    static List<Object> values(Object[] row, CollectionModel collection) {
        return ((List<Object[]>) row[collection.position()])
                .stream().map(element -> element[0]).toList();
    }
}
