/**
 * Knows where the rows of an entity are: in documents of a collection of their own, or in sub-documents of others.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo.internal.source;
