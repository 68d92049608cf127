/**
 * How one value goes into a statement and comes out of a result, by column index. Knows JDBC, but no SQL and no engine.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.type;
