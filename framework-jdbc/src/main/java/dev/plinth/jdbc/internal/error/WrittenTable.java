package dev.plinth.jdbc.internal.error;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the model tells about the table that an error is about: which properties its columns and keys are. */
final class WrittenTable {
    private final @Nullable EntityModel entity;
    private final @Nullable CollectionModel collection;

    WrittenTable(@Nullable EntityModel entity, @Nullable CollectionModel collection) {
        this.entity = entity;
        this.collection = collection;
    }

    @Nullable
    String entity() {
        return entity == null ? null : entity.name();
    }

    /** The table's name; null where the statement is about none. */
    @Nullable
    TableName name() {
        if (collection != null) {
            return collection.table();
        }
        return entity == null ? null : entity.table();
    }

    /** Whether a key is one of the model, so that its name tells its columns. */
    boolean knows(BrokenRule key) {
        return key.constraint() != null && !columnsOf(key.constraint()).isEmpty();
    }

    /** The properties of columns; those that are not mapped have none. */
    List<String> properties(List<String> columns) {
        if (entity == null) {
            return List.of();
        } else if (collection != null) {
            return properties(collection, columns);
        }
        return columns.stream()
                .flatMap(name -> entity.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .limit(1))
                .filter(column -> !column.isHidden())
                .map(ColumnModel::path)
                .toList();
    }

    // a column that refers to the owner, or orders the elements, stands for the collection
    private static List<String> properties(CollectionModel collection, List<String> columns) {
        List<String> properties = columns.stream()
                .map(name -> collection.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name) && !collection.isBasic())
                        .map(column -> collection.path() + "." + column.path())
                        .findFirst()
                        .orElse(collection.path()))
                .distinct()
                .toList();
        return properties.isEmpty() ? List.of(collection.path()) : properties;
    }

    /** Whether columns are the id of an entity whose rows may be soft-deleted. */
    boolean isDeletableId(List<String> columns) {
        return entity != null
                && collection == null
                && entity.deletedAt() != null
                && lower(columns)
                        .equals(lower(entity.id().columns().stream()
                                .map(ColumnModel::name)
                                .toList()));
    }

    /** The columns of the primary key, or of a unique key of the model. */
    List<String> columnsOf(String key) {
        if (entity != null && collection == null && key.equals(BrokenRule.PRIMARY_KEY)) {
            return entity.id().columns().stream().map(ColumnModel::name).toList();
        }
        return keys().stream()
                .filter(each -> each.name().equalsIgnoreCase(key))
                .flatMap(each -> each.columns().stream().map(ColumnModel::name))
                .toList();
    }

    /** The column that a check of Plinth's own is about. */
    List<String> columnsOfCheck(String check, CheckNames names) {
        if (entity == null) {
            return List.of();
        }
        String table = (collection == null ? entity.table() : collection.table()).name();
        return (collection == null ? entity.columns() : collection.columns())
                .stream()
                        .map(ColumnModel::name)
                        .filter(column -> lower(check).startsWith(lower(names.start(table, column))))
                        .limit(1)
                        .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private List<KeyModel> keys() {
        return entity == null || collection != null
                ? List.of()
                : entity.keys().stream().filter(KeyModel::unique).toList();
    }

    private static Set<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(HashSet::new));
    }
}
