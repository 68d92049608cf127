/**
 * Checks models, creates and drops collections and indexes, hands out blocks of ids.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo.internal.schema;
