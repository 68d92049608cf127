/**
 * Generates the classes of repositories, and of references to entities that are not loaded. With {@code internal.access}
 * the only user of Byte Buddy.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.proxy;
