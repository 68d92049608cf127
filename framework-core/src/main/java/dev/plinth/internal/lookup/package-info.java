/** Keeps the rows of lookup tables in step with those that the code knows. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.lookup;
