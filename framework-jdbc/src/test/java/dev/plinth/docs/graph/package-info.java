/** The code of the guides to associations and to loading. */
@org.jspecify.annotations.NullMarked
package dev.plinth.docs.graph;
