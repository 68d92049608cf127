/**
 * What a database lacks of a model: the differences that {@code plinth.schema().validate()} finds.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.schema;
