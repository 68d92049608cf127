/**
 * From classes to the model: reads annotations (nothing else in Plinth does) and mappings by code, brings both into one
 * form, the {@link dev.plinth.mapping.Declaration}, and builds the model from that by one set of rules. Reports mistakes,
 * never throws them.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.metadata;
