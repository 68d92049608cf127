/**
 * An order desk: imports customers and orders, works through a day, reports in the evening and proves that nothing got
 * lost. Begin to read at {@code Shop}; everything but {@code Storage} is the same on every database.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.examples.shop;
