/** Entities that refer to each other, of every kind of association. */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract.domain.graph;
