/** Generates the classes of repositories. With {@code internal.access} the only user of Byte Buddy. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.proxy;
