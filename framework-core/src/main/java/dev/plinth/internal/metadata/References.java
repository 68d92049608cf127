package dev.plinth.internal.metadata;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a row that refer to other rows, as they come up while the row is built. */
final class References {
    private final Directory directory;
    private final TableName table;
    private final List<ForeignKeyModel> foreignKeys = new ArrayList<>();
    private final List<List<ColumnModel>> indexed = new ArrayList<>();
    private final List<List<ColumnModel>> unique = new ArrayList<>();
    private final Map<String, List<ColumnModel>> byPath = new LinkedHashMap<>();

    References(Directory directory, TableName table) {
        this.directory = directory;
        this.table = table;
    }

    /** Columns that refer to an entity. A view has no key that a constraint could refer to. */
    void add(Outline target, @Nullable String name, List<ColumnModel> columns) {
        indexed.add(columns);
        if (!target.said().readOnly()) {
            String derived = "fk_" + table.name() + "_"
                    + columns.stream().map(ColumnModel::name).collect(Collectors.joining("_"));
            foreignKeys.add(new ForeignKeyModel(
                    name == null ? Names.shorten(derived) : name, columns, directory.model(target.type())));
        }
    }

    /** Columns that rows are looked up by, without a foreign key. */
    void addIndexed(List<ColumnModel> columns) {
        indexed.add(columns);
    }

    /** A column that refers to the table of an enum's constants. */
    void add(Supplier<EntityModel> lookup, ColumnModel column) {
        indexed.add(List.of(column));
        foreignKeys.add(new ForeignKeyModel(
                Names.shorten("fk_" + table.name() + "_" + column.name()), List.of(column), lookup));
    }

    void addPath(String path, List<ColumnModel> columns) {
        byPath.put(path, columns);
    }

    void addUnique(List<ColumnModel> columns) {
        unique.add(columns);
    }

    List<ForeignKeyModel> foreignKeys() {
        return foreignKeys;
    }

    /** The columns that rows are looked up by. */
    List<List<ColumnModel>> indexed() {
        return indexed;
    }

    List<List<ColumnModel>> unique() {
        return unique;
    }

    /** Whether a column is one of an association's. */
    boolean has(ColumnModel column) {
        return byPath.values().stream().anyMatch(columns -> columns.contains(column));
    }

    /** The columns of an association, by its path. */
    Map<String, List<ColumnModel>> byPath() {
        return byPath;
    }
}
