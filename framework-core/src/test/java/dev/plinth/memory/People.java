package dev.plinth.memory;

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
import dev.plinth.model.IdModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.Model;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small model, made by hand: a versioned, soft-deletable entity with one collection, and shorthands to use it. */
final class People {
    static final int ID = 0;
    static final int VERSION = 1;
    static final int NAME = 2;
    static final int EMAIL = 3;
    static final int PHOTO = 4;
    static final int DELETED_AT = 5;
    static final int TAGS = 6;

    final ColumnModel id;
    final ColumnModel version = column(VERSION, "version", ValueType.LONG, false);
    final ColumnModel name = column(NAME, "name", ValueType.STRING, false);
    final ColumnModel email = column(EMAIL, "email", ValueType.STRING, true);
    final ColumnModel photo = column(PHOTO, "photo", ValueType.BYTES, true);
    final ColumnModel deletedAt = column(DELETED_AT, "deleted_at", ValueType.INSTANT, true);
    final ColumnModel tag = column(0, "tag", ValueType.BYTES, false);
    final CollectionModel tags;
    final EntityModel entity;
    final Model model;

    People(Generation generation, ValueType idType) {
        id = column(ID, "id", idType, false);
        tags = new CollectionModel(
                TAGS,
                "tags",
                "tags",
                new TableName(null, null, "person_tags"),
                List.of("person_id"),
                CollectionModel.Kind.LIST,
                "position",
                byte[].class,
                List.of(tag),
                List.of());
        entity = entity("Person", "person", generation);
        model = new Model(List.of(entity));
    }

    static People assigned() {
        return new People(new Generation.Assigned(), ValueType.LONG);
    }

    private EntityModel entity(String entityName, String table, Generation generation) {
        try {
            PropertyModel property = new PropertyModel.Basic("id", "id", People.class.getDeclaredField("id"), id);
            return new EntityModel(
                    entityName,
                    People.class,
                    new TableName(null, null, table),
                    List.of(),
                    List.of(id, version, name, email, photo, deletedAt),
                    List.of(tags),
                    new IdModel(property, id.type().javaType(), List.of(id), generation),
                    version,
                    deletedAt,
                    false,
                    List.of(new KeyModel("person_email", List.of(email), true)),
                    false);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    static ColumnModel column(int position, String name, ValueType type, boolean nullable) {
        return new ColumnModel(
                position,
                name,
                name,
                type,
                type.javaType(),
                null,
                nullable,
                false,
                255,
                19,
                2,
                -1,
                true,
                true,
                List.of());
    }

    static @Nullable Object[] row(@Nullable Object id, String name, @Nullable String email) {
        return new Object[] {id, 0L, name, email, null, null, List.of()};
    }

    static @Nullable Object[] with(@Nullable Object[] row, int position, @Nullable Object value) {
        @Nullable Object[] copy = row.clone();
        copy[position] = value;
        return copy;
    }

    static @Nullable Object[] deleted(@Nullable Object[] row) {
        return with(row, DELETED_AT, Instant.EPOCH);
    }

    WriteResult insert(StoreSession session, @Nullable Object[]... rows) {
        List<Change> changes = new ArrayList<>();
        for (Object[] row : rows) {
            changes.add(new Change(null, row));
        }
        boolean generated = rows[0][ID] == null && entity.id().generation() instanceof Generation.Identity;
        List<ColumnModel> columns = generated ? entity.columns().subList(1, 6) : entity.columns();
        return session.write(
                new WriteBatch(WriteBatch.Kind.INSERT, entity, columns, List.of(tags), List.of(), changes));
    }

    /** Changes one column and the version, guarded by id and version. */
    WriteResult update(StoreSession session, @Nullable Object[] before, ColumnModel column, @Nullable Object value) {
        @Nullable Object[] after = with(with(before, column.position(), value), VERSION, (Long) before[VERSION] + 1);
        List<ColumnModel> columns = column == version ? List.of(version) : List.of(version, column);
        return session.write(new WriteBatch(
                WriteBatch.Kind.UPDATE,
                entity,
                columns,
                List.of(),
                List.of(id, version, deletedAt),
                List.of(new Change(before, after))));
    }

    WriteResult delete(StoreSession session, @Nullable Object[] before) {
        return session.write(new WriteBatch(
                WriteBatch.Kind.DELETE,
                entity,
                List.of(),
                List.of(),
                List.of(id, version),
                List.of(new Change(before, null))));
    }

    List<Object[]> find(StoreSession session, Condition condition, SortKey... order) {
        return all(session.find(new Query(entity, condition, List.of(order), 0, 0)));
    }

    List<Object> names(StoreSession session) {
        return find(session, Condition.ALWAYS).stream().map(row -> row[NAME]).toList();
    }

    long count(StoreSession session, Condition condition) {
        return session.count(new Query(entity, condition, List.of(), 0, 0));
    }

    Object[] byId(StoreSession session, Object key) {
        return session.findByKeys(entity, List.of(new EntityKey(entity, key)), false)
                .get(0);
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
}
