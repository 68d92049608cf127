package dev.plinth.specification;

import jakarta.data.Sort;

/**
 * Sort keys by method reference, for {@code jakarta.data.Order.by(...)}. Null is smaller than every value; texts are
 * ordered by code point.
 */
public final class Sorts {
    private Sorts() {}

    /**
     * The smallest first.
     *
     * @param property a method reference
     * @param <T> the entity
     * @param <V> the property's type
     * @return a sort key
     */
    public static <T, V extends Comparable<? super V>> Sort<T> asc(OrderedProperty<T, V> property) {
        return Sort.asc(Path.of(property).toString());
    }

    /**
     * The greatest first.
     *
     * @param property a method reference
     * @param <T> the entity
     * @param <V> the property's type
     * @return a sort key
     */
    public static <T, V extends Comparable<? super V>> Sort<T> desc(OrderedProperty<T, V> property) {
        return Sort.desc(Path.of(property).toString());
    }

    /**
     * The smallest first, by a property of an embeddable.
     *
     * @param outer a method reference to the embeddable
     * @param property a method reference to its property
     * @param <T> the entity
     * @param <A> the embeddable
     * @param <V> the property's type
     * @return a sort key
     */
    public static <T, A, V extends Comparable<? super V>> Sort<T> asc(
            Property<T, A> outer, OrderedProperty<A, V> property) {
        return Sort.asc(Path.of(outer, property).toString());
    }

    /**
     * The greatest first, by a property of an embeddable.
     *
     * @param outer a method reference to the embeddable
     * @param property a method reference to its property
     * @param <T> the entity
     * @param <A> the embeddable
     * @param <V> the property's type
     * @return a sort key
     */
    public static <T, A, V extends Comparable<? super V>> Sort<T> desc(
            Property<T, A> outer, OrderedProperty<A, V> property) {
        return Sort.desc(Path.of(outer, property).toString());
    }

    /**
     * The smallest first, without regard to case.
     *
     * @param property a method reference
     * @param <T> the entity
     * @return a sort key
     */
    public static <T> Sort<T> ascIgnoringCase(TextProperty<T> property) {
        return Sort.ascIgnoreCase(Path.of(property).toString());
    }

    /**
     * The greatest first, without regard to case.
     *
     * @param property a method reference
     * @param <T> the entity
     * @return a sort key
     */
    public static <T> Sort<T> descIgnoringCase(TextProperty<T> property) {
        return Sort.descIgnoreCase(Path.of(property).toString());
    }
}
