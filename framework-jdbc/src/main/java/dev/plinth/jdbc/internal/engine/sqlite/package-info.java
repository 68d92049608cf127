/** What is special about SQLite. */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.engine.sqlite;
