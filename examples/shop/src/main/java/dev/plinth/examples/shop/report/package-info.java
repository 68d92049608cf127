/** The evening: the report on the day, and the proof that nothing got lost. */
@org.jspecify.annotations.NullMarked
package dev.plinth.examples.shop.report;
