/**
 * The entry to Plinth: the builder, the Plinth itself, its schema and its statistics. Nothing else of Plinth imports it.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth;
