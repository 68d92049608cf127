/** Superclasses in another package than the entities. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.metadata.elsewhere;
