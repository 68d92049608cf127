/**
 * Jakarta Validation: what the constraints of the application say of entities that are about to be written. The only room
 * whose classes need that API; none of them is loaded where it is missing. May use the flush's and the tracking's types.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.validation;
