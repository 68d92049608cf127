package dev.plinth.specification;

/**
 * A property whose values have an order. Give a method reference to a getter or a record accessor, never a lambda
 * expression.
 *
 * @param <T> the entity, embeddable or element
 * @param <V> the property's type
 */
@FunctionalInterface
public interface OrderedProperty<T, V extends Comparable<? super V>> extends Property<T, V> {}
