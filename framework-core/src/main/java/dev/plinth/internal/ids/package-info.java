/** New ids: time-ordered UUIDs, and sequences taken in blocks. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.ids;
