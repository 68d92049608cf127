/**
 * Loads associations: what is touched of one entity for all of its siblings, and what a fetch plan asks for ahead. Entered
 * by the unit of work and, through {@link dev.plinth.internal.association.LoadSource}, by the entities themselves.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.loading;
