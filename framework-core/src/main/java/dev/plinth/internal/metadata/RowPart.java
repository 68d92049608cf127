package dev.plinth.internal.metadata;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one entity has of the row that it shares with its hierarchy. The columns of a subtype are null in the rows of
 * others; what two of them declare alike is one column.
 */
final class RowPart {
    private final List<ColumnModel> row;
    private final Map<Integer, Class<?>> declaredBy;
    private final @Nullable Class<?> subtype;
    private final List<ColumnModel> own = new ArrayList<>();
    private final List<ColumnModel> required = new ArrayList<>();
    private final List<CollectionModel> collections = new ArrayList<>();

    private RowPart(List<ColumnModel> row, Map<Integer, Class<?>> declaredBy, @Nullable Class<?> subtype) {
        this.row = row;
        this.declaredBy = declaredBy;
        this.subtype = subtype;
    }

    /** The part of the root, or of an entity that has the row for itself. */
    static RowPart ofRoot() {
        return new RowPart(new ArrayList<>(), new HashMap<>(), null);
    }

    /** The part of an entity that extends another. */
    RowPart ofSubtype(Class<?> type) {
        return new RowPart(row, declaredBy, type);
    }

    List<ColumnModel> row() {
        return row;
    }

    /** The columns that the entity declares. */
    List<ColumnModel> own() {
        return own;
    }

    /** Those of its columns that are never null in its rows. */
    List<ColumnModel> required() {
        return required;
    }

    /** The collections that the entity declares. */
    List<CollectionModel> collections() {
        return collections;
    }

    /** The entity that has declared a column; null for the root. */
    @Nullable
    Class<?> declarer(ColumnModel column) {
        return declaredBy.get(column.position());
    }

    /**
     * Adds a column that the entity declares.
     *
     * @param column the column as the entity says it
     * @param always whether rows of all entities have it: an id or a version
     * @return the column of the row
     */
    ColumnModel add(ColumnModel column, boolean always) {
        ColumnModel placed = subtype == null ? column : shared(always ? column : nullable(column));
        if (placed.position() == row.size()) {
            row.add(placed);
            declaredBy.put(placed.position(), subtype);
        }
        own.add(placed);
        if (!column.nullable()) {
            required.add(placed);
        }
        return placed;
    }

    private ColumnModel shared(ColumnModel column) {
        return row.stream()
                .filter(other -> declaredBy.get(other.position()) != null
                        && at(column, other.position()).equals(other))
                .findFirst()
                .orElse(column);
    }

    private static ColumnModel at(ColumnModel column, int position) {
        return copy(column, position, column.nullable());
    }

    private static ColumnModel nullable(ColumnModel column) {
        return copy(column, column.position(), true);
    }

    private static ColumnModel copy(ColumnModel column, int position, boolean nullable) {
        return new ColumnModel(
                position,
                column.path(),
                column.name(),
                column.type(),
                column.domainType(),
                column.converter(),
                nullable,
                column.unique(),
                column.length(),
                column.precision(),
                column.scale(),
                column.secondPrecision(),
                column.insertable(),
                column.updatable(),
                column.checks());
    }

    /** Adds a collection that the entity declares: the one of a sibling where it is the same but for its place. */
    CollectionModel add(CollectionModel collection, List<CollectionModel> all) {
        CollectionModel placed = all.stream()
                .filter(other ->
                        subtype != null && at(collection, other.position()).equals(other))
                .findFirst()
                .orElse(collection);
        if (placed == collection) {
            all.add(collection);
        }
        collections.add(placed);
        return placed;
    }

    private static CollectionModel at(CollectionModel collection, int position) {
        return new CollectionModel(
                position,
                collection.path(),
                collection.name(),
                collection.table(),
                collection.ownerColumns(),
                collection.kind(),
                collection.orderColumn(),
                collection.elementType(),
                collection.columns(),
                collection.properties(),
                collection.target());
    }
}
