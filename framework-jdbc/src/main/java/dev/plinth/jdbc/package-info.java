/**
 * The SQL backend: {@link dev.plinth.jdbc.JdbcBackend} is all that an application sees of it.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc;
