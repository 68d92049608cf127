package dev.plinth.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says in code how a collection is mapped: its table (in a document it is an array) and its elements. Elements that are
 * basic values are described by {@link #value}, the properties of embeddables by {@link #column}.
 *
 * @param <E> the element
 */
public final class ElementsMapping<E> extends TypeMapping<E, ElementsMapping<E>> {
    private final ColumnMapping value = new ColumnMapping();
    private @Nullable ColumnMapping key;
    private final List<Declaration.OwnerColumn> ownerColumns = new ArrayList<>();
    private @Nullable String schema;
    private @Nullable String table;
    private @Nullable String orderColumn;

    ElementsMapping() {}

    /**
     * Names the table. The default is the owner's table and the property.
     *
     * @param name the name
     * @return this
     */
    public ElementsMapping<E> table(String name) {
        table = name;
        return this;
    }

    /**
     * Names the table's schema. The default is the owner's.
     *
     * @param name the name
     * @return this
     */
    public ElementsMapping<E> schema(String name) {
        schema = name;
        return this;
    }

    /**
     * Names the columns that refer to the owner. The default is the owner's table and id column.
     *
     * @param names the names, in the order of the id's columns
     * @return this
     */
    public ElementsMapping<E> ownerColumns(String... names) {
        ownerColumns.clear();
        for (String name : names) {
            ownerColumns.add(new Declaration.OwnerColumn(name, null));
        }
        return this;
    }

    /**
     * Names the column that keeps the order of a list. The default is the property and {@code _order}.
     *
     * @param name the name
     * @return this
     */
    public ElementsMapping<E> orderColumn(String name) {
        orderColumn = name;
        return this;
    }

    /**
     * Says how an element that is a basic value is stored.
     *
     * @param column says it
     * @return this
     */
    public ElementsMapping<E> value(Consumer<ColumnMapping> column) {
        column.accept(value);
        return this;
    }

    /**
     * Says how the keys of a map are stored. The default column is the property and {@code _key}.
     *
     * @param column says it
     * @return this
     */
    public ElementsMapping<E> key(Consumer<ColumnMapping> column) {
        ColumnMapping keys = key == null ? new ColumnMapping() : key;
        column.accept(keys);
        key = keys;
        return this;
    }

    ColumnMapping column() {
        return value;
    }

    Declaration.Elements table() {
        return new Declaration.Elements(
                new Declaration.Table(null, schema, table),
                ownerColumns,
                orderColumn,
                key == null ? null : key.declaration());
    }
}
