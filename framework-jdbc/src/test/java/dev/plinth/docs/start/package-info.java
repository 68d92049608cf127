/** The first application, as docs/getting-started.md builds it. */
@org.jspecify.annotations.NullMarked
package dev.plinth.docs.start;
