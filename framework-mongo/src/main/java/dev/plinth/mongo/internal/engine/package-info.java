/**
 * What the server at the other end can do. Imports no other room.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo.internal.engine;
