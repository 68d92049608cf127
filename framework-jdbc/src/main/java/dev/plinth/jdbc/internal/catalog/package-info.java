/** What a live database has: tables, columns, keys, read from its catalog. Knows nothing of models. */
@org.jspecify.annotations.NullMarked
package dev.plinth.jdbc.internal.catalog;
