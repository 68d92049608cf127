package dev.plinth.jdbc.internal.sql;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.CollectionModel;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** An element collection in terms of SQL. Immutable. */
public final class ElementTable {
    /** The alias of the table in every query. */
    private static final String ALIAS = "e";

    private final EntityTable owner;
    private final CollectionModel collection;
    private final Table<Record> table;
    private final List<Codec> codecs;

    ElementTable(EntityTable owner, CollectionModel collection, Dialect dialect) {
        this.owner = owner;
        this.collection = collection;
        this.table = DSL.table(EntityTable.name(collection.table()));
        this.codecs = collection.columns().stream().map(dialect::codec).toList();
    }

    /** The table of the entity that the elements belong to. */
    public EntityTable owner() {
        return owner;
    }

    /** The model of the collection. */
    public CollectionModel collection() {
        return collection;
    }

    /** The table itself. */
    public Table<Record> table() {
        return table;
    }

    /** The table as queries name it. */
    public Table<Record> aliased() {
        return table.as(DSL.name(ALIAS));
    }

    /** A column as queries name it. */
    public Field<Object> aliased(String column) {
        return DSL.field(DSL.name(ALIAS, column));
    }

    /** A column as writes name it. */
    public Field<Object> plain(String column) {
        return DSL.field(DSL.name(column));
    }

    /** The columns that refer to the owner's id, as writes name them. */
    public List<Field<Object>> ownerFields() {
        return collection.ownerColumns().stream().map(this::plain).toList();
    }

    /** The columns of an element, as writes name them; a value that takes two columns is written to both. */
    public List<Field<Object>> fields() {
        return Columns.of(collection.columns(), codecs, this::plain);
    }

    /** The columns of an element as queries name them, in the order in which elements are read. */
    public List<Field<Object>> aliasedFields() {
        return Columns.of(collection.columns(), codecs, this::aliased);
    }

    /** Whether a column keeps the order of the elements. */
    public boolean isOrdered() {
        return collection.orderColumn() != null;
    }

    /** The name of the column that keeps the order. */
    public String orderColumn() {
        return Objects.requireNonNull(collection.orderColumn());
    }

    /** Whether the elements are the entries of a map. */
    public boolean isKeyed() {
        return collection.keyColumn() != null;
    }

    /** The column of a map's keys, as writes name it. */
    public Field<Object> keyField() {
        return plain(Objects.requireNonNull(collection.keyColumn()).name());
    }

    /** The columns of a map's values, as writes name them. */
    public List<Field<Object>> valueFields() {
        int width = codecs.size();
        return Columns.of(collection.columns().subList(1, width), codecs.subList(1, width), this::plain);
    }

    /** The codecs of an element's columns, by position. */
    public List<Codec> codecs() {
        return codecs;
    }
}
