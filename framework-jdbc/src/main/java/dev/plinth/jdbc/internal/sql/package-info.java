/**
 * Where SQL comes from: jOOQ as its author, the differences between engines ({@link dev.plinth.jdbc.internal.sql.Dialect}),\n * the tables of the model, and the cache of what was rendered. Nothing is executed here but the question which engine it is.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.sql;
