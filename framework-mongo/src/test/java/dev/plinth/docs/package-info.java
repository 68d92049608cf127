/** The Java of docs/ that is about MongoDB, run as tests. */
@org.jspecify.annotations.NullMarked
package dev.plinth.docs;
