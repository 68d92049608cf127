package dev.plinth.backend;

import dev.plinth.model.ColumnModel;

/**
 * One key of an order. Null is smaller than every value.
 *
 * @param column the column
 * @param descending whether the greatest comes first
 * @param ignoreCase whether case is ignored, per code point
 */
public record SortKey(ColumnModel column, boolean descending, boolean ignoreCase) {}
