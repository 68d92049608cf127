package dev.plinth.specification;

/**
 * A property that is a text. Give a method reference to a getter or a record accessor, never a lambda expression.
 *
 * @param <T> the entity, embeddable or element
 */
@FunctionalInterface
public interface TextProperty<T> extends OrderedProperty<T, String> {}
