/** Counts what a Plinth does. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.monitoring;
