package dev.plinth.model;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A collection of values that belongs to an entity: a table of its own in SQL, an array in a document. In the owner's
 * row its value is a {@code List<Object[]>}, one array per element; of links it is null where they were not read.
 *
 * @param position the index in the owner's row
 * @param path the property's path in the owner
 * @param name the array's field name in a document
 * @param table the table in SQL
 * @param ownerColumns the columns of that table that refer to the owner's id, in the order of the id's columns
 * @param kind the Java collection
 * @param orderColumn the column of that table that keeps the order, counted from 0; null where there is none
 * @param elementType the class of an element in the entity
 * @param columns the columns of an element, by position in the element's array
 * @param properties the properties of an embeddable element; empty where an element is a basic value
 * @param target for links: the entity whose ids the elements are, known once the model is complete; else null
 */
public record CollectionModel(
        int position,
        String path,
        String name,
        TableName table,
        List<String> ownerColumns,
        Kind kind,
        @Nullable String orderColumn,
        Class<?> elementType,
        List<ColumnModel> columns,
        List<PropertyModel> properties,
        @Nullable Supplier<EntityModel> target) {
    /**
     * A collection of values.
     *
     * @param position the index in the owner's row
     * @param path the property's path in the owner
     * @param name the array's field name in a document
     * @param table the table in SQL
     * @param ownerColumns the columns of that table that refer to the owner's id
     * @param kind the Java collection
     * @param orderColumn the column of that table that keeps the order; null where there is none
     * @param elementType the class of an element in the entity
     * @param columns the columns of an element
     * @param properties the properties of an embeddable element
     */
    public CollectionModel(
            int position,
            String path,
            String name,
            TableName table,
            List<String> ownerColumns,
            Kind kind,
            @Nullable String orderColumn,
            Class<?> elementType,
            List<ColumnModel> columns,
            List<PropertyModel> properties) {
        this(position, path, name, table, ownerColumns, kind, orderColumn, elementType, columns, properties, null);
    }

    /** The Java collections that can hold elements. */
    public enum Kind {
        /** In order, repeats allowed. */
        LIST,
        /** No repeats, no order. */
        SET,
        /** Values by key, no order: the first column of an element is the key. */
        MAP
    }

    /** Copies the lists. */
    public CollectionModel {
        ownerColumns = List.copyOf(ownerColumns);
        columns = List.copyOf(columns);
        properties = List.copyOf(properties);
    }

    /**
     * Whether the elements are ids of other entities.
     *
     * @return true for links
     */
    public boolean isLinks() {
        return target != null;
    }

    /**
     * Whether an element is one basic value.
     *
     * @return false where an element is an embeddable, or the entry of a map
     */
    public boolean isBasic() {
        return properties.isEmpty() && kind != Kind.MAP;
    }

    /**
     * The key of a map.
     *
     * @return the first column of an element; null where there is no map
     */
    public @Nullable ColumnModel keyColumn() {
        return kind == Kind.MAP ? columns.get(0) : null;
    }
}
