package dev.plinth.jdbc.internal.write;

import dev.plinth.model.ColumnModel;

/**
 * What a row must still have.
 *
 * @param column the column
 * @param isNull whether it must be null; else it must have a value
 */
record Guard(ColumnModel column, boolean isNull) {}
