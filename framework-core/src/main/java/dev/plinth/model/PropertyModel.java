package dev.plinth.model;

import java.lang.reflect.Field;
import java.util.List;

/** A property of an entity or embeddable, as the application sees it. Immutable. */
public sealed interface PropertyModel {
    /**
     * The property's own name.
     *
     * @return the name of the field or record component
     */
    String name();

    /**
     * The path from the entity (or from the element of a collection).
     *
     * @return names joined by dots
     */
    String path();

    /**
     * Where the value is kept.
     *
     * @return the field (a record's component field for records)
     */
    Field field();

    /**
     * A property that is one column.
     *
     * @param name the property's own name
     * @param path the path from the entity
     * @param field where the value is kept
     * @param column the column
     */
    record Basic(String name, String path, Field field, ColumnModel column) implements PropertyModel {}

    /**
     * An embeddable, whose properties are columns of the same row. It is null when all of its columns are.
     *
     * @param name the property's own name
     * @param path the path from the entity
     * @param field where the value is kept
     * @param type the embeddable class or record
     * @param properties its properties, in the order of declaration
     */
    record Embedded(String name, String path, Field field, Class<?> type, List<PropertyModel> properties)
            implements PropertyModel {
        /** Copies the list. */
        public Embedded {
            properties = List.copyOf(properties);
        }
    }

    /**
     * A collection of basic values or embeddables that belongs to the entity.
     *
     * @param name the property's own name
     * @param path the path from the entity
     * @param field where the value is kept
     * @param collection the collection
     */
    record Elements(String name, String path, Field field, CollectionModel collection) implements PropertyModel {}

    /**
     * A property that refers to other entities.
     *
     * @param name the property's own name
     * @param path the path from the entity
     * @param field where the value is kept
     * @param association what it refers to
     */
    record Association(String name, String path, Field field, AssociationModel association) implements PropertyModel {}
}
