/** What the order desk starts with: the JDK's lookup data, invented customers and orders, and their import. */
@org.jspecify.annotations.NullMarked
package dev.plinth.examples.shop.data;
