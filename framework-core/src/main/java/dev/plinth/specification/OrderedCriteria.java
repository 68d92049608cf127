package dev.plinth.specification;

/**
 * What can be said of a property whose values have an order. Null is neither less nor greater than a value. Immutable.
 *
 * @param <T> the entity
 * @param <V> the property's type
 */
public class OrderedCriteria<T, V> extends Criteria<T, V> {
    OrderedCriteria(Path path) {
        super(path);
    }

    /**
     * Less than the value.
     *
     * @param value not null
     * @return a specification
     */
    public Specification<T> lessThan(V value) {
        return compare(Operator.LESS, value, "lessThan");
    }

    /**
     * Less than or equal to the value.
     *
     * @param value not null
     * @return a specification
     */
    public Specification<T> lessThanOrEqual(V value) {
        return compare(Operator.LESS_OR_EQUAL, value, "lessThanOrEqual");
    }

    /**
     * Greater than the value.
     *
     * @param value not null
     * @return a specification
     */
    public Specification<T> greaterThan(V value) {
        return compare(Operator.GREATER, value, "greaterThan");
    }

    /**
     * Greater than or equal to the value.
     *
     * @param value not null
     * @return a specification
     */
    public Specification<T> greaterThanOrEqual(V value) {
        return compare(Operator.GREATER_OR_EQUAL, value, "greaterThanOrEqual");
    }

    /**
     * Between two values, both included.
     *
     * @param low the smallest value that is meant, not null
     * @param high the greatest value that is meant, not null; less than the low one, no entity is meant
     * @return a specification
     */
    public Specification<T> between(V low, V high) {
        return compare(Operator.GREATER_OR_EQUAL, low, "between").and(compare(Operator.LESS_OR_EQUAL, high, "between"));
    }

    private Specification<T> compare(Operator operator, V value, String operation) {
        return new Specification.Comparison<>(path(), operator, Arguments.value(value, path(), operation));
    }
}
