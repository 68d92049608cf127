/** Entities that refer to each other, for the contracts of associations. */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract.graph;
