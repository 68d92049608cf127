package dev.plinth.internal.access;

import java.lang.reflect.Field;

/**
 * A field and its position in the array.
 *
 * @param field the field
 * @param position the index
 */
public record Slot(Field field, int position) {}
