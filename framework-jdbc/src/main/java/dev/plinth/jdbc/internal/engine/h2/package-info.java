/** What is special about H2. */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.engine.h2;
