/** Benchmarks: the same work through Plinth and by hand, on the same database, pool and data. */
@org.jspecify.annotations.NullMarked
package dev.plinth.examples.benchmarks;
