/**
 * The database in memory. Its whole state is one immutable {@link dev.plinth.internal.memory.Snapshot} of tables that share
 * their unchanged parts; a reader takes the newest one and needs no lock, the one writer prepares the next one, and to commit
 * is to exchange a reference.
 *
 * <p>Knows the model and the backend interfaces. Keeps no model and no class of the application: tables know their columns
 * by name and type, so that a database can outlive the Plinth that made it.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.memory;
