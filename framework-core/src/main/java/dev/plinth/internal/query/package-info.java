/** Binds specifications and orders to a model: names are looked up, values checked and converted, policies applied. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.query;
