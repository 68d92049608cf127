/**
 * The Java of README.md and docs/, run as tests. Code between {@code // docs:name} and {@code // end} may be quoted there;
 * {@code DocsTest} compares the two.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.docs;
