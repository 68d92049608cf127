/** Keeps the documentation true: its code, its links, its error messages. */
@org.jspecify.annotations.NullMarked
package dev.plinth.docs;
