/**
 * What a column that Plinth did not create may hold beside the values of its property: which columns cannot hold them at
 * all, how others are read without loss, and what must not be written to them. Knows JDBC and the model, but no SQL.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.fit;
