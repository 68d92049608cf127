package dev.plinth.internal.metadata;

import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.TableName;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/**
 * What other entities have to know of an entity before its model is built: what they refer to.
 *
 * @param said what was said about it
 * @param name its name
 * @param table its table
 * @param id the columns of its id; empty where it has mistakes. Their positions mean nothing
 * @param fields its properties' fields, by name
 */
record Outline(Declaration.Type said, String name, TableName table, List<ColumnModel> id, Map<String, Field> fields) {
    Class<?> type() {
        return said.type();
    }

    /** What was said about a property. */
    Declaration.Property property(Field field) {
        return said.properties().getOrDefault(field.getName(), Declaration.Property.silent(field.getName()));
    }
}
