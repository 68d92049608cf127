/**
 * Turns the driver's errors into Plinth's, without the values that a server likes to quote. Imports no other room.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mongo.internal.error;
