/**
 * What a flush does along associations: new objects are inserted with those that hold them, both sides of an association
 * are brought together, what is removed takes along what belongs to it. Decides what the rows are to be; sends nothing.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.graph;
