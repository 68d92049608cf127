/** Tests of the validation before a flush. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.validation;
