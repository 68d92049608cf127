package dev.plinth.model;

import java.util.List;

/**
 * The id of an entity.
 *
 * @param property the property that holds it: basic, or embedded for an id of several columns. An id class is an embedded
 *     property, too, which is not one of the entity's: its properties have the fields of the id class and the columns of
 *     the entity's properties of the same names
 * @param type the class of the id, as the application passes it to {@code findById} (boxed)
 * @param columns its columns, in the order of declaration
 * @param generation where a new id comes from
 */
public record IdModel(PropertyModel property, Class<?> type, List<ColumnModel> columns, Generation generation) {
    /** Copies the list. */
    public IdModel {
        columns = List.copyOf(columns);
    }

    /**
     * Whether the id is an object with properties of its own.
     *
     * @return true where the application passes an instance of the embeddable or id class
     */
    public boolean isEmbedded() {
        return property instanceof PropertyModel.Embedded;
    }
}
