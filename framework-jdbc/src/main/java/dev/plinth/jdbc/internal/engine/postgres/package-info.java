/** What is special about PostgreSQL. */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.engine.postgres;
