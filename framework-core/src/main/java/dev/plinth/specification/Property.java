package dev.plinth.specification;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A property of any type. Give a method reference to a getter or a record accessor, never a lambda expression.
 *
 * @param <T> the entity, embeddable or element
 * @param <V> the property's type
 */
@FunctionalInterface
public interface Property<T, V extends @Nullable Object> extends Serializable {
    /**
     * Reads the property.
     *
     * @param owner the object to read from
     * @return the value
     */
    V get(T owner);
}
