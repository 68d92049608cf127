/** The work of a day: what clerks do, each in a transaction, and what is written down about it. */
@org.jspecify.annotations.NullMarked
package dev.plinth.examples.shop.desk;
