/** The taste that README.md gives. */
@org.jspecify.annotations.NullMarked
package dev.plinth.docs.readme;
