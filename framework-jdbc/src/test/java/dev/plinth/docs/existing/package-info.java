/** The code of the guide to existing databases. */
@org.jspecify.annotations.NullMarked
package dev.plinth.docs.existing;
