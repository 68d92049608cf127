package dev.plinth.specification;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What can be said of a property of any type. Immutable.
 *
 * @param <T> the entity
 * @param <V> the property's type
 */
public class Criteria<T, V> {
    private final Path path;

    Criteria(Path path) {
        this.path = path;
    }

    final Path path() {
        return path;
    }

    /**
     * Equal to the value: decimals by value, offset date-times by instant, embeddables property by property.
     *
     * @param value not null
     * @return a specification
     * @throws dev.plinth.error.SpecificationException where the value is null: use {@link #isNull()}
     */
    public Specification<T> is(V value) {
        return new Specification.Comparison<>(path, Operator.EQUAL, Arguments.value(value, path, "is"));
    }

    /**
     * Not equal to the value; true where the property is null.
     *
     * @param value not null
     * @return a specification
     * @throws dev.plinth.error.SpecificationException where the value is null: use {@link #isNotNull()}
     */
    public Specification<T> isNot(V value) {
        return new Specification.Comparison<T>(path, Operator.EQUAL, Arguments.value(value, path, "isNot")).not();
    }

    /**
     * Equal to one of the values.
     *
     * @param values none of them null; without any, no entity is meant
     * @return a specification
     * @throws dev.plinth.error.SpecificationException where a value is null
     */
    public Specification<T> in(Collection<? extends V> values) {
        return new Specification.In<>(path, checked(values, "in"));
    }

    /**
     * Equal to one of the values.
     *
     * @param values none of them null; without any, no entity is meant
     * @return a specification
     * @throws dev.plinth.error.SpecificationException where a value is null
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Specification<T> in(V... values) {
        return in(Arrays.asList(Arguments.value(values, path, "in")));
    }

    /**
     * Equal to none of the values; true where the property is null.
     *
     * @param values none of them null; without any, every entity is meant
     * @return a specification
     * @throws dev.plinth.error.SpecificationException where a value is null
     */
    public Specification<T> notIn(Collection<? extends V> values) {
        return new Specification.In<T>(path, checked(values, "notIn")).not();
    }

    /**
     * Equal to none of the values; true where the property is null.
     *
     * @param values none of them null; without any, every entity is meant
     * @return a specification
     * @throws dev.plinth.error.SpecificationException where a value is null
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Specification<T> notIn(V... values) {
        return notIn(Arrays.asList(Arguments.value(values, path, "notIn")));
    }

    /**
     * Null.
     *
     * @return a specification
     */
    public Specification<T> isNull() {
        return new Specification.IsNull<>(path);
    }

    /**
     * Not null.
     *
     * @return a specification
     */
    public Specification<T> isNotNull() {
        return new Specification.IsNull<T>(path).not();
    }

    final <E> List<E> checked(Collection<E> values, String operation) {
        Arguments.value(values, path, operation).forEach(value -> Arguments.value(value, path, operation));
        return List.copyOf(values);
    }
}
