package dev.plinth.backend;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an entity to read. Complete: policies such as soft delete are part of the condition.
 *
 * @param entity the entity; of a hierarchy the root, and the condition says of which subtypes
 * @param condition which rows
 * @param order the order; where rows are limited it ends with the id
 * @param offset how many rows to pass over
 * @param limit how many rows to return at most; 0 for all
 * @param perGroup how many rows of each group to return at most, in the order; null for all
 */
public record Query(
        EntityModel entity,
        Condition condition,
        List<SortKey> order,
        long offset,
        int limit,
        @Nullable PerGroup perGroup) {
    /**
     * A limit for each group of rows.
     *
     * @param columns rows that are equal in these are one group
     * @param limit how many rows of each, at least 1
     */
    public record PerGroup(List<ColumnModel> columns, int limit) {
        /** Copies the list. */
        public PerGroup {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A query without groups.
     *
     * @param entity the entity
     * @param condition which rows
     * @param order the order
     * @param offset how many rows to pass over
     * @param limit how many rows to return at most; 0 for all
     */
    public Query(EntityModel entity, Condition condition, List<SortKey> order, long offset, int limit) {
        this(entity, condition, order, offset, limit, null);
    }

    /** Copies the list. A database knows rows of the root of a hierarchy only. */
    public Query {
        entity = entity.root();
        order = List.copyOf(order);
    }
}
