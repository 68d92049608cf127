/** What a unit of work remembers of each object: identity map, snapshots, and the difference of two rows. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.tracking;
