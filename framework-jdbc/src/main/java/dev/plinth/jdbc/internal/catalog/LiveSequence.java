package dev.plinth.jdbc.internal.catalog;

/**
 * A sequence of a live database.
 *
 * @param increment what it adds with each call
 * @param greatest where it ends
 */
public record LiveSequence(long increment, long greatest) {}
