/**
 * The unit of work: a transaction and the entities it has seen. Mentions no repository: repositories are given a unit of
 * work.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.unitofwork;
