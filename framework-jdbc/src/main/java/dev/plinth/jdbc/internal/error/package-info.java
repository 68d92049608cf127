/**
 * What an engine reports, turned into the exceptions of {@code dev.plinth.error}, without the values that engines like to\n * quote.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.error;
