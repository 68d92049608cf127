package dev.plinth.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in code how a table of links is. */
public final class JoinTableMapping {
    private final List<Declaration.OwnerColumn> ownerColumns = new ArrayList<>();
    private final List<Declaration.OwnerColumn> targetColumns = new ArrayList<>();
    private @Nullable String catalog;
    private @Nullable String schema;
    private @Nullable String name;

    JoinTableMapping() {}

    /**
     * Names the table. The default is the owner's table and the property.
     *
     * @param name the name
     * @return this
     */
    public JoinTableMapping name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Names the table's schema. The default is the owner's.
     *
     * @param name the name
     * @return this
     */
    public JoinTableMapping schema(String name) {
        schema = name;
        return this;
    }

    /**
     * Names the table's catalog. The default is the owner's.
     *
     * @param name the name
     * @return this
     */
    public JoinTableMapping catalog(String name) {
        catalog = name;
        return this;
    }

    /**
     * Names the columns that refer to the owner. The default is the owner's table and id column.
     *
     * @param names the names, in the order of the id's columns
     * @return this
     */
    public JoinTableMapping ownerColumns(String... names) {
        return replace(ownerColumns, names);
    }

    /**
     * Names the columns that refer to the other entity. The default is its table and id column.
     *
     * @param names the names, in the order of the id's columns
     * @return this
     */
    public JoinTableMapping targetColumns(String... names) {
        return replace(targetColumns, names);
    }

    private JoinTableMapping replace(List<Declaration.OwnerColumn> columns, String... names) {
        columns.clear();
        for (String column : names) {
            columns.add(new Declaration.OwnerColumn(column, null));
        }
        return this;
    }

    Declaration.JoinTable declaration() {
        return new Declaration.JoinTable(new Declaration.Table(catalog, schema, name), ownerColumns, targetColumns);
    }
}
