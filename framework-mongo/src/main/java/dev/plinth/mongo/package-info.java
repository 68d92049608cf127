/**
 * The MongoDB backend. An application sees {@link dev.plinth.mongo.MongoBackend} and nothing else.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo;
