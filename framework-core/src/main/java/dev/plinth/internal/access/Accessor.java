package dev.plinth.internal.access;

import org.jspecify.annotations.Nullable;

/**
 * Moves the fields of one class to and from fixed positions of an array. Implemented by generated classes, which must see
 * it: that is why it is public.
 */
public interface Accessor {
    /**
     * Copies the fields of an object into the array.
     *
     * @param target the object
     * @param slots the array
     */
    void read(Object target, @Nullable Object[] slots);

    /**
     * Copies values of the array into the fields of an object.
     *
     * @param target the object, not a record
     * @param slots the array
     */
    void write(Object target, @Nullable Object[] slots);

    /**
     * Makes a new object: a record from the array, an object of a class by its no-argument constructor.
     *
     * @param slots the array
     * @return the object
     */
    Object create(@Nullable Object[] slots);
}
