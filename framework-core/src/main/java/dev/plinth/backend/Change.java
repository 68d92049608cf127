package dev.plinth.backend;

import org.jspecify.annotations.Nullable;

/**
 * A change to one row.
 *
 * @param before the row as it was read, or null for a new row
 * @param after the row as it shall be, or null for a row that is removed
 */
public record Change(Object @Nullable [] before, Object @Nullable [] after) {}
