/**
 * The model of the entities: immutable nouns that every other room reads. Built from annotations or from a mapping by code;
 * knows nothing of how rows are stored or moved.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.model;
