/**
 * A database in memory: for tests of applications, and the executable definition of what a backend does. The work is done
 * in {@code dev.plinth.internal.memory}; nothing else enters here.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.memory;
