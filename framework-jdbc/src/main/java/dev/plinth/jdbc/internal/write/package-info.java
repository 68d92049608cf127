/**
 * Writes: each batch of changes is one JDBC batch per statement, and so are the changes of its element collections.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.write;
