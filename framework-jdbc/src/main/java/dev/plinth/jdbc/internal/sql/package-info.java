/**
 * Where SQL comes from: jOOQ as its author, what engines differ in ({@link dev.plinth.jdbc.internal.sql.Dialect}), the
 * tables of the model, and the cache of what was rendered.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.sql;
