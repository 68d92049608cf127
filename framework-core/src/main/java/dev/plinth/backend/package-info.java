/**
 * What a database must be able to do, in a few small interfaces, and what is said to it: queries, conditions and write batches
 * over rows. Rows are arrays of values by position; all policies (versions, soft delete, audit) are already part of what
 * is asked for.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.backend;
