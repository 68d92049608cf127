package dev.plinth.association;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;

/**
 * A reference to an entity, for properties whose class cannot stand in for an entity that is not loaded yet: records, final
 * classes, sealed types and entities that others extend. The reference knows the id without a query and loads the entity
 * when it is asked for, together with what its siblings refer to.
 *
 * <p>Two references are equal where they refer to the same class and id, or were made of the same object. For one thread, as
 * the unit of work is.
 *
 * @param <T> the entity, or a type of several
 */
public interface Ref<T> {
    /**
     * A reference to an object, which may be new.
     *
     * @param entity the object
     * @param <T> its class
     * @return a reference that is loaded
     * @throws SpecificationException where the object is null
     */
    static <T> Ref<T> to(T entity) {
        return new ObjectRef<>(required(entity, "entity", "Leave the property null where there is none"));
    }

    /**
     * A reference to an entity by its id, without reading it.
     *
     * @param type the entity's class
     * @param id its id
     * @param <T> the entity, or a type of several that its class is one of
     * @return a reference that is not loaded; find the entity to get at it
     * @throws SpecificationException where an argument is null
     */
    static <T> Ref<T> to(Class<? extends T> type, Object id) {
        return new IdRef<>(
                required(type, "type", "Give the entity's class"), required(id, "id", "Give the id of the entity"));
    }

    private static <V> V required(V argument, String what, String remedy) {
        if (argument == null) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_NULL, "the " + what + " of a reference is null. " + remedy, null);
        }
        return argument;
    }

    /**
     * The entity, loaded where it is not yet.
     *
     * @return the entity
     * @throws dev.plinth.error.UnloadedAssociationException where it is not loaded, and the unit of work that could is over
     * @throws dev.plinth.error.EntityNotFoundException where there is no row with the id
     */
    T get();

    /**
     * The entity's id. Needs no query.
     *
     * @return the id
     * @throws SpecificationException where the reference was made of an object and not read from the database: the object
     *     knows its id
     */
    Object id();

    /**
     * The entity's class.
     *
     * @return the class as far as it is known without a query: where others extend it, perhaps one of them
     */
    Class<? extends T> type();

    /**
     * Whether {@link #get()} needs no query.
     *
     * @return true where the entity is at hand
     */
    boolean isLoaded();
}
