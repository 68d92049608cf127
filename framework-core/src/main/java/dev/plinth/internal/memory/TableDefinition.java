package dev.plinth.internal.memory;

import dev.plinth.error.Violation;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * What is fixed when a table is made. Holds no class of the application.
 *
 * @param name the table's name
 * @param entity the entity's name, for messages
 * @param columns the columns by position
 * @param collections the element collections; their positions follow those of the columns
 * @param id the positions of the id's columns
 * @param deletedAt the position of the column that marks a row as deleted, or -1
 * @param keys the unique keys beside the id
 */
record TableDefinition(
        TableName name,
        String entity,
        List<Column> columns,
        List<Collection> collections,
        List<Integer> id,
        int deletedAt,
        List<UniqueKey> keys) {

    record Column(String name, String path, ValueType type, boolean nullable) {
        static Column of(ColumnModel column) {
            return new Column(column.name(), column.path(), column.type(), column.nullable());
        }

        boolean holdsTheSameAs(Column other) {
            return name.equals(other.name) && type == other.type;
        }
    }

    record Collection(String name, String path, List<Column> columns) {
        static Collection of(CollectionModel collection) {
            return new Collection(
                    collection.name(),
                    collection.path(),
                    collection.columns().stream().map(Column::of).toList());
        }
    }

    record UniqueKey(String name, List<Integer> positions, List<String> columns, List<String> paths) {
        static UniqueKey of(String name, List<ColumnModel> columns) {
            return new UniqueKey(
                    name,
                    columns.stream().map(ColumnModel::position).toList(),
                    columns.stream().map(ColumnModel::name).toList(),
                    columns.stream().map(ColumnModel::path).toList());
        }
    }

    static TableDefinition of(EntityModel entity) {
        return new TableDefinition(
                entity.table(),
                entity.name(),
                entity.columns().stream().map(Column::of).toList(),
                entity.collections().stream().map(Collection::of).toList(),
                entity.id().columns().stream().map(ColumnModel::position).toList(),
                entity.deletedAt() == null ? -1 : entity.deletedAt().position(),
                uniqueKeys(entity));
    }

    private static List<UniqueKey> uniqueKeys(EntityModel entity) {
        List<UniqueKey> keys = new ArrayList<>();
        for (KeyModel key : entity.keys()) {
            if (key.unique()) {
                keys.add(UniqueKey.of(key.name(), key.columns()));
            }
        }
        for (ColumnModel column : entity.columns()) {
            // a column may be called unique with or without a key of its own that says so
            List<Integer> alone = List.of(column.position());
            if (column.unique()
                    && keys.stream().noneMatch(key -> key.positions().equals(alone))) {
                keys.add(UniqueKey.of(column.name(), List.of(column)));
            }
        }
        return keys;
    }

    int width() {
        return columns.size() + collections.size();
    }

    /** A violation by the id's columns. */
    Violation ofId() {
        return new Violation(
                entity,
                null,
                id.stream().map(position -> columns.get(position).name()).toList(),
                id.stream().map(position -> columns.get(position).path()).toList());
    }

    /** A violation by the columns of a key. */
    Violation of(UniqueKey key) {
        return new Violation(entity, key.name(), key.columns(), key.paths());
    }

    /** Whether rows of the other definition can be read and written here as they are. */
    boolean fits(TableDefinition other) {
        return this == other
                || id.equals(other.id)
                        && deletedAt == other.deletedAt
                        && same(columns, other.columns)
                        && collections.size() == other.collections.size()
                        && collectionsFit(other);
    }

    private boolean collectionsFit(TableDefinition other) {
        for (int i = 0; i < collections.size(); i++) {
            Collection mine = collections.get(i);
            Collection its = other.collections.get(i);
            if (!mine.name().equals(its.name()) || !same(mine.columns(), its.columns())) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(List<Column> mine, List<Column> its) {
        if (mine.size() != its.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).holdsTheSameAs(its.get(i))) {
                return false;
            }
        }
        return true;
    }
}
