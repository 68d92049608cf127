package dev.plinth.jdbc.internal.sql;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.TableName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** An entity in terms of SQL. Immutable. */
public final class EntityTable {
    /** The alias of the table in every query. */
    private static final String ALIAS = "t";

    private final EntityModel entity;
    private final Table<Record> table;
    private final List<Codec> codecs;
    private final List<Codec> idCodecs;
    private final List<ElementTable> elements;
    private final List<ElementTable> readElements;
    private final List<PartTable> parts;
    private final Table<Record> aliased;

    /** The table of an entity. */
    public EntityTable(EntityModel entity, Dialect dialect) {
        this.entity = entity;
        this.table = DSL.table(name(entity.table()));
        this.codecs = entity.columns().stream().map(dialect::codec).toList();
        this.idCodecs = entity.id().columns().stream().map(dialect::codec).toList();
        this.elements = entity.collections().stream()
                .map(collection -> new ElementTable(this, collection, dialect))
                .toList();
        this.readElements =
                elements.stream().filter(each -> !each.collection().isLinks()).toList();
        this.parts = PartTable.of(this);
        this.aliased = parts.isEmpty() ? table.as(DSL.name(ALIAS)) : new SpreadRows(this, parts).as(DSL.name(ALIAS));
    }

    private EntityTable(EntityTable whole, TableName name) {
        this.entity = whole.entity;
        this.table = DSL.table(name(name));
        this.codecs = whole.codecs;
        this.idCodecs = whole.idCodecs;
        this.elements = whole.elements;
        this.readElements = whole.readElements;
        this.parts = List.of();
        this.aliased = table.as(DSL.name(ALIAS));
    }

    /** One of the tables that rows are spread over. */
    EntityTable part(TableName name) {
        return new EntityTable(this, name);
    }

    /** The tables that rows are spread over; empty where this one has all of them. */
    public List<PartTable> parts() {
        return parts;
    }

    /** The name of a table or sequence, to be quoted. */
    public static Name name(TableName table) {
        return DSL.name(Stream.of(table.catalog(), table.schema(), table.name())
                .filter(Objects::nonNull)
                .toList());
    }

    /** The model of the entity. */
    public EntityModel entity() {
        return entity;
    }

    /** The table itself. */
    public Table<Record> table() {
        return table;
    }

    /** The table as queries name it; where rows are spread over several, what puts them together. */
    public Table<Record> aliased() {
        return aliased;
    }

    /** The name that queries give to the table. */
    public Name alias() {
        return DSL.name(ALIAS);
    }

    /** A column as queries name it. */
    public Field<Object> aliased(ColumnModel column) {
        return DSL.field(DSL.name(ALIAS, column.name()));
    }

    /** A column as writes name it. */
    public Field<Object> plain(ColumnModel column) {
        return DSL.field(DSL.name(column.name()));
    }

    /** Every column as queries name it, in the order in which rows are read. */
    public List<Field<Object>> aliasedFields() {
        return Columns.of(entity.columns(), codecs, column -> DSL.field(DSL.name(ALIAS, column)));
    }

    /** Columns as writes name them; a value that takes two columns is written to both. */
    public List<Field<Object>> plainFields(List<ColumnModel> columns) {
        List<Codec> some =
                columns.stream().map(column -> codecs.get(column.position())).toList();
        return Columns.of(columns, some, column -> DSL.field(DSL.name(column)));
    }

    /** The codecs of the columns, by position. */
    public List<Codec> codecs() {
        return codecs;
    }

    /** The codecs of the id's columns, in their order. */
    public List<Codec> idCodecs() {
        return idCodecs;
    }

    /** The tables of the element collections and links. */
    public List<ElementTable> elements() {
        return elements;
    }

    /** The tables of the elements that are read with the rows: all but links. */
    public List<ElementTable> readElements() {
        return readElements;
    }

    /** The table of one element collection or link. */
    public ElementTable elements(CollectionModel collection) {
        return elements.get(collection.position() - entity.columns().size());
    }
}
