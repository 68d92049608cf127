/** Superclasses of entities, in a package that is not theirs. */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract.domain.base;
