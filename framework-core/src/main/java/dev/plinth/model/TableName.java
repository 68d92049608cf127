package dev.plinth.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table or collection.
 *
 * @param catalog the catalog, or null for the connection's own
 * @param schema the schema, or null for the connection's own
 * @param name the name, as written in the mapping
 */
public record TableName(@Nullable String catalog, @Nullable String schema, String name) {
    @Override
    public String toString() {
        return (catalog == null ? "" : catalog + ".") + (schema == null ? "" : schema + ".") + name;
    }
}
