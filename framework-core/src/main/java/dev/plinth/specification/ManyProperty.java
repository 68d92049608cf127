package dev.plinth.specification;

import java.io.Serializable;
import java.util.Collection;

/**
 * A property that holds many elements. Give a method reference to a getter or a record accessor, never a lambda
 * expression.
 *
 * @param <T> the entity, embeddable or element
 * @param <E> the type of an element
 */
@FunctionalInterface
public interface ManyProperty<T, E> extends Serializable {
    /**
     * Reads the property.
     *
     * @param owner the object to read from
     * @return the elements
     */
    Collection<E> get(T owner);
}
