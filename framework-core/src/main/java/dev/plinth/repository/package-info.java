/** Repositories: collections of entities that applications extend. Built on the unit of work's public face alone. */
@org.jspecify.annotations.NullMarked
package dev.plinth.repository;
