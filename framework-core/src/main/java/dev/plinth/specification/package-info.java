/**
 * Which entities are meant: specifications, the properties they speak of, orders and selections. Knows nothing of models'
 * storage; a specification can be evaluated on plain objects.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.specification;
