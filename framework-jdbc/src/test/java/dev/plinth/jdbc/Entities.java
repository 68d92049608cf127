package dev.plinth.jdbc;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnCheck;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.Generation;
import dev.plinth.model.IdModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds models of entities by hand, as core does from annotations. */
final class Entities {
    private final String name;
    private final String table;
    private final List<ColumnModel> columns = new ArrayList<>();
    private final List<CollectionModel> collections = new ArrayList<>();
    private final List<KeyModel> keys = new ArrayList<>();
    private final List<ForeignKeyModel> foreignKeys = new ArrayList<>();
    private int idColumns = 1;
    private Class<?> type = Entities.class;
    private Generation generation = new Generation.Assigned();
    private @Nullable ColumnModel version;
    private @Nullable ColumnModel deletedAt;

    private Entities(String name, String table) {
        this.name = name;
        this.table = table;
    }

    static Entities named(String name, String table) {
        return new Entities(name, table);
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
                30,
                4,
                -1,
                true,
                true,
                List.of());
    }

    static ColumnModel large(ColumnModel column, int length) {
        return new ColumnModel(
                column.position(),
                column.path(),
                column.name(),
                column.type(),
                column.domainType(),
                null,
                column.nullable(),
                column.unique(),
                length,
                column.precision(),
                column.scale(),
                -1,
                true,
                true,
                List.of());
    }

    Entities with(String column, ValueType type) {
        columns.add(column(columns.size(), column, type, false));
        return this;
    }

    Entities withNullable(String column, ValueType type) {
        columns.add(column(columns.size(), column, type, true));
        return this;
    }

    Entities withLarge(String column, ValueType type, int length) {
        columns.add(large(column(columns.size(), column, type, true), length));
        return this;
    }

    Entities checked(ColumnCheck... checks) {
        ColumnModel last = last();
        columns.set(
                last.position(),
                new ColumnModel(
                        last.position(),
                        last.path(),
                        last.name(),
                        last.type(),
                        last.domainType(),
                        null,
                        last.nullable(),
                        last.unique(),
                        last.length(),
                        last.precision(),
                        last.scale(),
                        -1,
                        true,
                        true,
                        List.of(checks)));
        return this;
    }

    Entities withVersion() {
        with("version", ValueType.LONG);
        version = last();
        return this;
    }

    Entities withDeletedAt() {
        withNullable("deleted_at", ValueType.INSTANT);
        deletedAt = last();
        return this;
    }

    /** The class, of which a model has each only once. */
    Entities as(Class<?> other) {
        type = other;
        return this;
    }

    Entities generated(Generation by) {
        generation = by;
        return this;
    }

    Entities idOf(int count) {
        idColumns = count;
        return this;
    }

    Entities unique(String keyName, String... names) {
        return key(keyName, true, names);
    }

    Entities index(String keyName, String... names) {
        return key(keyName, false, names);
    }

    private Entities key(String keyName, boolean unique, String... names) {
        List<ColumnModel> found = new ArrayList<>();
        for (String each : names) {
            columns.stream().filter(c -> c.name().equals(each)).forEach(found::add);
        }
        keys.add(new KeyModel(keyName, found, unique));
        return this;
    }

    Entities elements(
            String path, CollectionModel.Kind kind, @Nullable String orderColumn, ColumnModel... elementColumns) {
        List<String> owner = columns.subList(0, idColumns).stream()
                .map(column -> "owner_" + column.name())
                .toList();
        collections.add(new CollectionModel(
                columns.size() + collections.size(),
                path,
                path,
                new TableName(null, null, table + "_" + path),
                owner,
                kind,
                orderColumn,
                Object.class,
                List.of(elementColumns),
                List.of()));
        return this;
    }

    /** Links to an entity whose id is one number. */
    Entities links(String path, @Nullable String orderColumn, Supplier<EntityModel> target) {
        elements(
                path,
                orderColumn == null ? CollectionModel.Kind.SET : CollectionModel.Kind.LIST,
                orderColumn,
                column(0, "target_id", ValueType.LONG, false));
        CollectionModel elements = collections.remove(collections.size() - 1);
        collections.add(new CollectionModel(
                elements.position(),
                path,
                path,
                elements.table(),
                elements.ownerColumns(),
                elements.kind(),
                orderColumn,
                Object.class,
                elements.columns(),
                List.of(),
                target));
        return this;
    }

    /** A foreign key of the columns that have been added last. */
    Entities refersTo(Supplier<EntityModel> target, String... names) {
        List<ColumnModel> found = columns.stream()
                .filter(column -> List.of(names).contains(column.name()))
                .toList();
        foreignKeys.add(new ForeignKeyModel("fk_" + table + "_" + names[0], found, target));
        return this;
    }

    private ColumnModel last() {
        return columns.get(columns.size() - 1);
    }

    EntityModel build() {
        List<ColumnModel> id = columns.subList(0, idColumns);
        PropertyModel property = new PropertyModel.Basic("id", "id", field(), id.get(0));
        Class<?> idType = idColumns == 1 ? id.get(0).type().javaType() : List.class;
        return new EntityModel(
                name,
                type,
                new TableName(null, null, table),
                List.of(),
                columns,
                collections,
                new IdModel(property, idType, id, generation),
                version,
                deletedAt,
                false,
                keys,
                false,
                foreignKeys);
    }

    private static Field field() {
        try {
            return Entities.class.getDeclaredField("name");
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
