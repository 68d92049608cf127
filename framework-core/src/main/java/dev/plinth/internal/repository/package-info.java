/** Makes repositories of the types that applications declare. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.repository;
