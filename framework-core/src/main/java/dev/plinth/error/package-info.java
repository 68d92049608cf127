/**
 * What Plinth refuses and reports: one exception type per kind of error, each with a stable code, extending the standard
 * exceptions of jakarta.data where there is one. Imports nothing else of Plinth.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.error;
