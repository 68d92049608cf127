/**
 * How values, rows and field names are laid out in documents. Knows nothing of conditions or of sending anything.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo.internal.type;
