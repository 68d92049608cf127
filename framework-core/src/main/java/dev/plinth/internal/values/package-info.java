/** The rules for single values: what a column can hold, and how a value is brought to the column's precision. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.values;
