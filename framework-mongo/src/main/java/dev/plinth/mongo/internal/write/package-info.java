/**
 * Sends write batches and finds out which changes were stale.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo.internal.write;
