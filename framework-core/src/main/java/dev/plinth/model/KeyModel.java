package dev.plinth.model;

import java.util.List;

/**
 * A unique key or an index.
 *
 * @param name its name in the database
 * @param columns its columns, in order
 * @param unique whether each combination of values without a null occurs at most once among the rows that are not
 *     soft-deleted
 */
public record KeyModel(String name, List<ColumnModel> columns, boolean unique) {
    /** Copies the list. */
    public KeyModel {
        columns = List.copyOf(columns);
    }
}
