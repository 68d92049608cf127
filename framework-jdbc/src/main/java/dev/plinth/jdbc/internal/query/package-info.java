/**
 * Reads: conditions become SQL, once per shape; rows come back by column index, with their element collections loaded for
 * a window of rows at a time.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.query;
