/** Tests of the parts of the in-memory backend. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.memory;
