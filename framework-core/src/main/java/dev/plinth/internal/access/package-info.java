/**
 * Moves fields to and from arrays, through generated classes or method handles. With {@code internal.proxy} the only user of
 * Byte Buddy.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.access;
