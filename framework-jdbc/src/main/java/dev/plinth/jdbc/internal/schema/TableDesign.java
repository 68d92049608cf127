package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.TableName;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table as the model needs it on one engine.
 *
 * @param name its name
 * @param table the table for statements
 * @param owner the table of the entity, which is this one where there is no collection
 * @param collection the collection whose elements it holds, or null
 * @param columns its columns
 * @param primaryKey the names of the columns of its primary key; empty where it has none
 * @param keys its unique keys and indexes
 * @param references its foreign keys
 * @param checks what its rows keep
 */
record TableDesign(
        TableName name,
        Table<Record> table,
        EntityTable owner,
        @Nullable CollectionModel collection,
        List<Column> columns,
        List<String> primaryKey,
        List<Key> keys,
        List<Reference> references,
        List<Check> checks) {
    /** Copies the lists. */
    TableDesign {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        keys = List.copyOf(keys);
        references = List.copyOf(references);
        checks = List.copyOf(checks);
    }

    /** The table with other foreign keys. */
    TableDesign with(List<Reference> newReferences) {
        return new TableDesign(name, table, owner, collection, columns, primaryKey, keys, newReferences, checks);
    }

    /** The entity's name. */
    String entity() {
        return owner.entity().name();
    }

    /** Whether Plinth leaves it to others what it looks like, as long as it can be read. */
    boolean readOnly() {
        return owner.entity().readOnly();
    }

    /**
     * A column.
     *
     * @param name its name
     * @param property the property's path in the entity, or null where there is none
     * @param type its type, with whether it takes null and whether the database sets it
     * @param written whether Plinth writes it
     */
    record Column(String name, @Nullable String property, DataType<?> type, boolean written) {
        boolean nullable() {
            return type.nullable();
        }

        boolean identity() {
            return type.identity();
        }
    }

    /**
     * A unique key or an index.
     *
     * @param name its name
     * @param columns the names of its columns, in order
     * @param descending those in descending order
     * @param unique whether it is a unique key
     * @param deletedAt the column that is null in the rows that a unique key is about; null where it is about all
     */
    record Key(
            String name,
            List<String> columns,
            List<String> descending,
            boolean unique,
            @Nullable ColumnModel deletedAt) {
        /** Copies the lists. */
        Key {
            columns = List.copyOf(columns);
            descending = List.copyOf(descending);
        }

        /** The key with another name. */
        Key named(String newName) {
            return new Key(newName, columns, descending, unique, deletedAt);
        }
    }

    /**
     * A foreign key.
     *
     * @param name its name
     * @param columns the names of the columns here
     * @param target the table that they refer to
     * @param targets the names of the columns there
     * @param late whether that table is created after this one
     */
    record Reference(String name, List<String> columns, TableName target, List<String> targets, boolean late) {
        /** Copies the lists. */
        Reference {
            columns = List.copyOf(columns);
            targets = List.copyOf(targets);
        }

        /** The same to a table that is created later. */
        Reference coming() {
            return new Reference(name, columns, target, targets, true);
        }
    }

    /**
     * What the values of a column keep.
     *
     * @param name the constraint's name
     * @param start what the names of all checks of the column begin with
     * @param column the column's name
     * @param property the property's path in the entity, or null
     * @param condition the condition
     * @param listed whether it lists the values, as that of an enum does
     */
    record Check(
            String name,
            String start,
            String column,
            @Nullable String property,
            Condition condition,
            boolean listed) {}
}
