/** What entities hold in place of an associated entity that may not be loaded yet. Imports nothing but errors. */
@org.jspecify.annotations.NullMarked
package dev.plinth.association;
