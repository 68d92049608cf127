package dev.plinth.model;

/**
 * Turns the value of a property into the value of its column, and back. Never called with null: null stays null.
 * Implementations are thread-safe.
 */
public interface ValueConverter {
    /**
     * Turns a property's value into a column's value.
     *
     * @param value the value in the entity
     * @return the value in the row, an instance of the column's {@link ValueType#javaType()}
     */
    Object toStored(Object value);

    /**
     * Turns a column's value into a property's value.
     *
     * @param value the value in the row
     * @return the value in the entity
     */
    Object toDomain(Object value);
}
