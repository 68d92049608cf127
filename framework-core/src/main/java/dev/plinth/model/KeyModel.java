package dev.plinth.model;

import java.util.List;
import java.util.Set;

/**
 * A unique key or an index.
 *
 * @param name its name in the database
 * @param columns its columns, in order
 * @param descending those of its columns that are in descending order
 * @param unique whether each combination of values without a null occurs at most once among the rows that are not
 *     soft-deleted
 */
public record KeyModel(String name, List<ColumnModel> columns, Set<ColumnModel> descending, boolean unique) {
    /** Copies the columns. */
    public KeyModel {
        columns = List.copyOf(columns);
        descending = Set.copyOf(descending);
    }

    /**
     * Creates a key whose columns are all in ascending order.
     *
     * @param name its name in the database
     * @param columns its columns, in order
     * @param unique whether it is a unique key
     */
    public KeyModel(String name, List<ColumnModel> columns, boolean unique) {
        this(name, columns, Set.of(), unique);
    }

    /**
     * Whether a column is in descending order.
     *
     * @param column one of the columns
     * @return false for ascending order
     */
    public boolean isDescending(ColumnModel column) {
        return descending.contains(column);
    }
}
