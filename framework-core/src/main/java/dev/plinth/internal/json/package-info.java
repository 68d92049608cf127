/**
 * The only user of Jackson's databind, which an application may leave out: values of properties become JSON and back.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.json;
