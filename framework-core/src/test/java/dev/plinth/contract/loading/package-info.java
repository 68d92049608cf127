/** Entities that refer to each other in every way there is, for the contracts of loading. */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract.loading;
