package dev.plinth.backend;

import dev.plinth.model.EntityModel;
import java.util.List;

/**
 * Which rows of an entity to read. Complete: policies such as soft delete are part of the condition.
 *
 * @param entity the entity
 * @param condition which rows
 * @param order the order; where rows are limited it ends with the id
 * @param offset how many rows to pass over
 * @param limit how many rows to return at most; 0 for all
 */
public record Query(EntityModel entity, Condition condition, List<SortKey> order, long offset, int limit) {
    /** Copies the list. */
    public Query {
        order = List.copyOf(order);
    }
}
