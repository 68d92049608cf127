/**
 * The store and its sessions: conducts the other rooms, and is the only one that opens transactions.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo.internal.session;
