package dev.plinth.specification;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import jakarta.data.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection of entities: which, in which order, how many. Immutable.
 *
 * @param type the entity
 * @param specification which entities
 * @param order in which order; the id is added as the last key where a number is limited
 * @param offset how many to pass over, at least 0
 * @param limit how many at most, at least 0; 0 for all
 * @param deleted whether soft-deleted entities are seen
 * @param fetchPlan what is loaded along, or null for nothing
 * @param <T> the entity
 */
public record Selection<T>(
        Class<T> type,
        Specification<? super T> specification,
        Order<T> order,
        long offset,
        int limit,
        Deleted deleted,
        @Nullable FetchPlan<T> fetchPlan) {
    /** Checks the arguments. */
    public Selection {
        Arguments.required(type, "type", "give the entity's class");
        Arguments.required(specification, "specification", "use Specification.all() for no condition");
        Arguments.required(order, "order", "use Order.by() for no order");
        Arguments.required(deleted, "visibility of deleted entities", "use Deleted.EXCLUDED");
        if (offset < 0 || limit < 0) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "an offset of " + offset + " and a limit of " + limit + ": neither can be negative",
                    null);
        }
    }

    /**
     * All entities of a type that are not deleted, in no order.
     *
     * @param type the entity
     * @param <T> the entity
     * @return a selection
     */
    public static <T> Selection<T> of(Class<T> type) {
        return new Selection<>(type, Specification.all(), Order.by(List.of()), 0, 0, Deleted.EXCLUDED, null);
    }

    /**
     * The same with another specification.
     *
     * @param specification which entities
     * @return a selection
     */
    public Selection<T> where(Specification<? super T> specification) {
        return new Selection<>(type, specification, order, offset, limit, deleted, fetchPlan);
    }

    /**
     * The same in another order.
     *
     * @param order in which order
     * @return a selection
     */
    public Selection<T> orderBy(Order<T> order) {
        return new Selection<>(type, specification, order, offset, limit, deleted, fetchPlan);
    }

    /**
     * The same, limited.
     *
     * @param offset how many to pass over
     * @param limit how many at most; 0 for all
     * @return a selection
     */
    public Selection<T> range(long offset, int limit) {
        return new Selection<>(type, specification, order, offset, limit, deleted, fetchPlan);
    }

    /**
     * The same with another view of soft-deleted entities.
     *
     * @param deleted whether they are seen
     * @return a selection
     */
    public Selection<T> deleted(Deleted deleted) {
        return new Selection<>(type, specification, order, offset, limit, deleted, fetchPlan);
    }

    /**
     * The same, with associations that are loaded along. Neither the entities nor their order or number change.
     *
     * @param fetchPlan what is loaded along
     * @return a selection
     */
    public Selection<T> fetch(FetchPlan<T> fetchPlan) {
        Arguments.required(fetchPlan, "fetch plan", "give one: FetchPlan.of(Customer::getOrders)");
        return new Selection<>(type, specification, order, offset, limit, deleted, fetchPlan);
    }
}
