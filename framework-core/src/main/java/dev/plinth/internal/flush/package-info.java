/** The flush: finds the changes, orders and batches them (pure functions), sends them, and tells the objects. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.flush;
