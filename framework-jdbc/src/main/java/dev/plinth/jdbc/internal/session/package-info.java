/**
 * The connected database: connections, transactions, and the rooms for queries, writes and schema put together.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.session;
