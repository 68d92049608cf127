/** Entities and repositories that the contracts work with. Holds no tests. */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract.domain;
