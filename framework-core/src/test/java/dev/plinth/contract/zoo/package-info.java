/** Hierarchies that refer to other entities and are referred to. */
@NullMarked
package dev.plinth.contract.zoo;

import org.jspecify.annotations.NullMarked;
