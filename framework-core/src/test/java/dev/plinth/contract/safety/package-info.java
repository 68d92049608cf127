/** A model whose collections may hide, lose or double what belongs to them. */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract.safety;
