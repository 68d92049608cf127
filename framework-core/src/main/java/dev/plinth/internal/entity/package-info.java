/** What is needed to work with the entities of one type: model, mapper, rules and binder together. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.entity;
