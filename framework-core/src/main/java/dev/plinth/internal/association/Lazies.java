package dev.plinth.internal.association;

import dev.plinth.association.Ref;
import dev.plinth.model.EntityKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at what a property holds for an association, without loading anything. */
public final class Lazies {
    private Lazies() {}

    /**
     * Whether the value of an association is at hand.
     *
     * @param value what the property holds, or null
     * @return true where a touch of it needs no query
     */
    public static boolean isLoaded(@Nullable Object value) {
        if (value instanceof LazyCollection collection) {
            return collection.isLoaded();
        } else if (value instanceof Ref<?> ref) {
            return ref.isLoaded();
        }
        return value == null || !References.isUnloaded(value);
    }

    /**
     * Whether a collection says which entities belong to the association.
     *
     * @param value what the property holds, or null
     * @return false where it is not loaded, or only a part
     */
    public static boolean isWhole(@Nullable Object value) {
        return isLoaded(value) && !(value instanceof LazyCollection collection && !collection.isWhole());
    }

    /**
     * The entities in a loaded collection.
     *
     * @param value what the property holds: a collection, a map or null
     * @return the entities, unloaded references among them
     */
    public static Collection<?> members(@Nullable Object value) {
        if (value instanceof LazyCollection lazy) {
            return lazy.entities();
        } else if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        return value == null ? List.of() : (Collection<?>) value;
    }

    /**
     * The entity that a property or an element of a collection means.
     *
     * @param value an entity, a reference, a {@code Ref} or null
     * @return the object, perhaps a reference that is not loaded; null where there is none or only its id is known
     */
    public static @Nullable Object entity(@Nullable Object value) {
        if (value instanceof LazyRef ref) {
            return ref.entity();
        } else if (value instanceof Ref<?> ref) {
            return ref.isLoaded() ? ref.get() : null;
        }
        return value;
    }

    /**
     * The key of an entity that is not loaded.
     *
     * @param value an entity, a reference, a {@code Ref} or null
     * @return the key; null where the value is loaded or was made by the application
     */
    public static @Nullable EntityKey key(@Nullable Object value) {
        if (value instanceof LazyRef ref) {
            return ref.key();
        }
        Unloaded unloaded = value instanceof Reference reference ? reference.plinthUnloaded() : null;
        return unloaded == null ? null : unloaded.key();
    }
}
