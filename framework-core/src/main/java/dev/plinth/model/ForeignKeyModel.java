package dev.plinth.model;

import java.util.List;
import java.util.function.Supplier;

/**
 * Columns of an entity's row that hold the id of a row of another entity, or are null. The database refuses an id that no
 * row has, and the deletion of a row that is referred to.
 *
 * @param name the constraint's name
 * @param columns the columns, in the order of the id's columns that they refer to
 * @param target the entity that is referred to; known once the model is complete
 */
public record ForeignKeyModel(String name, List<ColumnModel> columns, Supplier<EntityModel> target) {
    /** Copies the list. */
    public ForeignKeyModel {
        columns = List.copyOf(columns);
    }

    /**
     * Whether the columns may be null.
     *
     * @return true where all of them may
     */
    public boolean nullable() {
        return columns.stream().allMatch(ColumnModel::nullable);
    }
}
