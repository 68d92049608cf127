/**
 * Creates and drops the tables, keys, indexes and sequences of a model.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.schema;
