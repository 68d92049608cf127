/** Conducts units of work: their life, their reads and their writes. The algorithms are elsewhere. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.unitofwork;
