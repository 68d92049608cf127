/**
 * Turns conditions and orders into filters and pipelines. Sends nothing.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo.internal.query;
