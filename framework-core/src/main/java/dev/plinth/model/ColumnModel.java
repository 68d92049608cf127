package dev.plinth.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column: a value at a fixed position of a row.
 *
 * @param position the index in the row (of the entity, or of one element of a collection)
 * @param path the property's path in the entity, for example {@code address.city}
 * @param name the column's (or field's) name in the database
 * @param type what it holds
 * @param domainType the class of the property in the entity; differs from the value type's where there is a converter
 * @param converter between the property's and the column's values, or null where they are the same
 * @param nullable whether null is a value of this column
 * @param unique whether each value but null occurs at most once
 * @param length for {@link ValueType#STRING}, {@link ValueType#URI}: the greatest length in UTF-16 code units; for
 *     {@link ValueType#BYTES}: in bytes
 * @param precision for {@link ValueType#DECIMAL} and {@link ValueType#BIG_INTEGER}: the greatest number of digits
 * @param scale for {@link ValueType#DECIMAL}: the number of digits after the point
 * @param secondPrecision for temporal types: the demanded number of digits after the second's point, or -1 for the
 *     backend's own
 * @param insertable whether an insert writes the column; else the database sets it and Plinth reads it back
 * @param updatable whether an update writes the column
 * @param checks the rules that its values keep
 */
public record ColumnModel(
        int position,
        String path,
        String name,
        ValueType type,
        Class<?> domainType,
        @Nullable ValueConverter converter,
        boolean nullable,
        boolean unique,
        int length,
        int precision,
        int scale,
        int secondPrecision,
        boolean insertable,
        boolean updatable,
        List<ColumnCheck> checks) {
    /** Copies the list. */
    public ColumnModel {
        checks = List.copyOf(checks);
    }

    /**
     * Turns a property's value into this column's value.
     *
     * @param value the value in the entity, or null
     * @return the value in the row, or null
     */
    public @Nullable Object toStored(@Nullable Object value) {
        return value == null || converter == null ? value : converter.toStored(value);
    }

    /**
     * Turns this column's value into the property's value.
     *
     * @param value the value in the row, or null
     * @return the value in the entity, or null
     */
    public @Nullable Object toDomain(@Nullable Object value) {
        return value == null || converter == null ? value : converter.toDomain(value);
    }

    /**
     * Whether the column is one that a collection of another entity keeps in the row, for which the row's own entity has no
     * property. Its path names that entity and its collection.
     *
     * @return false for columns of the entity's own
     */
    public boolean isHidden() {
        return path.indexOf('#') >= 0;
    }

    /**
     * Whether the column's values have an order that a specification or a sort may use. Enums have equality only.
     *
     * @return true where lessThan and its like are defined
     */
    public boolean isOrdered() {
        return type.isOrdered() && !domainType.isEnum();
    }
}
