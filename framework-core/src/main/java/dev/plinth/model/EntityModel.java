package dev.plinth.model;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entity: its properties as the application sees them and its row as the backend sees it. A row is an
 * {@code Object[]} of {@link #width()} values: first the columns, by {@link ColumnModel#position()}, then the
 * collections, by {@link CollectionModel#position()}. Entities of one {@linkplain HierarchyModel hierarchy} have one row,
 * with the columns and collections of all of them. Immutable; equal only to itself.
 */
public final class EntityModel {
    private final String name;
    private final Class<?> type;
    private final TableName table;
    private final List<PropertyModel> properties;
    private final List<ColumnModel> columns;
    private final List<CollectionModel> collections;
    private final IdModel id;
    private final @Nullable ColumnModel version;
    private final @Nullable ColumnModel deletedAt;
    private final boolean audited;
    private final List<KeyModel> keys;
    private final boolean readOnly;
    private final List<ForeignKeyModel> foreignKeys;
    private final List<AssociationModel> associations;
    private final @Nullable HierarchyModel hierarchy;
    private final BitSet own = new BitSet();
    private final BitSet required = new BitSet();
    private final Map<String, PropertyModel> byPath;

    /**
     * Creates the model of an entity.
     *
     * @param name the entity's name
     * @param type the class or record
     * @param table the table or collection
     * @param properties the properties, in the order of declaration
     * @param columns the columns by position, those without a property included
     * @param collections the element collections; their positions follow those of the columns
     * @param id the id
     * @param version the version column, or null
     * @param deletedAt the column that holds when a row was soft-deleted (an {@link ValueType#INSTANT} without a
     *     property), or null where the entity is deleted for good
     * @param audited whether changes are written to the audit trail
     * @param keys the unique keys and indexes beside the id
     * @param readOnly whether the entity is only read, and its table not Plinth's to create or drop
     */
    public EntityModel(
            String name,
            Class<?> type,
            TableName table,
            List<PropertyModel> properties,
            List<ColumnModel> columns,
            List<CollectionModel> collections,
            IdModel id,
            @Nullable ColumnModel version,
            @Nullable ColumnModel deletedAt,
            boolean audited,
            List<KeyModel> keys,
            boolean readOnly) {
        this(
                name,
                type,
                table,
                properties,
                columns,
                collections,
                id,
                version,
                deletedAt,
                audited,
                keys,
                readOnly,
                List.of());
    }

    /**
     * Creates the model of an entity whose rows refer to others.
     *
     * @param name the entity's name
     * @param type the class or record
     * @param table the table or collection
     * @param properties the properties, in the order of declaration
     * @param columns the columns by position, those without a property included
     * @param collections the element collections and links; their positions follow those of the columns
     * @param id the id
     * @param version the version column, or null
     * @param deletedAt the column that holds when a row was soft-deleted, or null
     * @param audited whether changes are written to the audit trail
     * @param keys the unique keys and indexes beside the id
     * @param readOnly whether the entity is only read, and its table not Plinth's to create or drop
     * @param foreignKeys the columns that refer to other entities
     */
    public EntityModel(
            String name,
            Class<?> type,
            TableName table,
            List<PropertyModel> properties,
            List<ColumnModel> columns,
            List<CollectionModel> collections,
            IdModel id,
            @Nullable ColumnModel version,
            @Nullable ColumnModel deletedAt,
            boolean audited,
            List<KeyModel> keys,
            boolean readOnly,
            List<ForeignKeyModel> foreignKeys) {
        this(
                name,
                type,
                table,
                properties,
                columns,
                collections,
                id,
                version,
                deletedAt,
                audited,
                keys,
                readOnly,
                foreignKeys,
                null);
    }

    /**
     * Creates the model of an entity of a hierarchy.
     *
     * @param name the entity's name
     * @param type the class or record
     * @param table the table or collection
     * @param properties the properties, in the order of declaration
     * @param columns the columns by position, those without a property included
     * @param collections the element collections and links; their positions follow those of the columns
     * @param id the id
     * @param version the version column, or null
     * @param deletedAt the column that holds when a row was soft-deleted, or null
     * @param audited whether changes are written to the audit trail
     * @param keys the unique keys and indexes beside the id
     * @param readOnly whether the entity is only read, and its table not Plinth's to create or drop
     * @param foreignKeys the columns that refer to other entities
     * @param hierarchy the hierarchy that the entity belongs to, or null
     */
    public EntityModel(
            String name,
            Class<?> type,
            TableName table,
            List<PropertyModel> properties,
            List<ColumnModel> columns,
            List<CollectionModel> collections,
            IdModel id,
            @Nullable ColumnModel version,
            @Nullable ColumnModel deletedAt,
            boolean audited,
            List<KeyModel> keys,
            boolean readOnly,
            List<ForeignKeyModel> foreignKeys,
            @Nullable HierarchyModel hierarchy) {
        this.name = name;
        this.type = type;
        this.table = table;
        this.properties = List.copyOf(properties);
        this.columns = List.copyOf(columns);
        this.collections = List.copyOf(collections);
        this.id = id;
        this.version = version;
        this.deletedAt = deletedAt;
        this.audited = audited;
        this.keys = List.copyOf(keys);
        this.readOnly = readOnly;
        this.foreignKeys = List.copyOf(foreignKeys);
        this.associations = this.properties.stream()
                .filter(PropertyModel.Association.class::isInstance)
                .map(property -> ((PropertyModel.Association) property).association())
                .toList();
        this.hierarchy = hierarchy;
        this.byPath = this.properties.stream()
                .flatMap(EntityModel::withNested)
                .collect(Collectors.toUnmodifiableMap(PropertyModel::path, Function.identity()));
        setOwn();
    }

    private void setOwn() {
        Stream<ColumnModel> demanded = hierarchy == null
                ? columns.stream().filter(column -> !column.nullable())
                : hierarchy.member(type).required().stream();
        demanded.forEach(column -> required.set(column.position()));
        if (hierarchy == null) {
            own.set(0, width());
            return;
        }
        own.set(hierarchy.discriminator().position());
        for (HierarchyModel.Member member : hierarchy.upTo(type)) {
            member.columns().forEach(column -> own.set(column.position()));
            member.collections().forEach(collection -> own.set(collection.position()));
        }
    }

    private static Stream<PropertyModel> withNested(PropertyModel property) {
        return property instanceof PropertyModel.Embedded embedded
                ? Stream.concat(
                        Stream.of(property), embedded.properties().stream().flatMap(EntityModel::withNested))
                : Stream.of(property);
    }

    /**
     * The entity's name, unique in a model.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The entity's class.
     *
     * @return the class or record
     */
    public Class<?> type() {
        return type;
    }

    /**
     * Whether the entity is immutable.
     *
     * @return true for records
     */
    public boolean isRecord() {
        return type.isRecord();
    }

    /**
     * The table or collection.
     *
     * @return its name
     */
    public TableName table() {
        return table;
    }

    /**
     * The properties.
     *
     * @return in the order of declaration
     */
    public List<PropertyModel> properties() {
        return properties;
    }

    /**
     * Finds a property.
     *
     * @param path its path, for example {@code address.city}
     * @return the property, or empty where the model has none of that path
     */
    public Optional<PropertyModel> property(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * All paths that {@link #property(String)} knows.
     *
     * @return the paths, sorted
     */
    public List<String> paths() {
        return byPath.keySet().stream().sorted().toList();
    }

    /**
     * The columns.
     *
     * @return by position
     */
    public List<ColumnModel> columns() {
        return columns;
    }

    /**
     * The element collections.
     *
     * @return by position
     */
    public List<CollectionModel> collections() {
        return collections;
    }

    /**
     * The number of values in a row.
     *
     * @return the columns and the collections
     */
    public int width() {
        return columns.size() + collections.size();
    }

    /**
     * The id.
     *
     * @return the id
     */
    public IdModel id() {
        return id;
    }

    /**
     * The version column.
     *
     * @return the column, or null where the entity has no version
     */
    public @Nullable ColumnModel version() {
        return version;
    }

    /**
     * The column that holds when a row was soft-deleted.
     *
     * @return the column, or null where the entity is deleted for good
     */
    public @Nullable ColumnModel deletedAt() {
        return deletedAt;
    }

    /**
     * Whether changes are written to the audit trail.
     *
     * @return true for audited entities
     */
    public boolean audited() {
        return audited;
    }

    /**
     * The unique keys and indexes beside the id.
     *
     * @return the keys
     */
    public List<KeyModel> keys() {
        return keys;
    }

    /**
     * Whether the entity is only read, for example from a view.
     *
     * @return true where nothing writes it, and its table is not Plinth's to create or drop
     */
    public boolean readOnly() {
        return readOnly;
    }

    /**
     * The columns of the row that refer to other entities.
     *
     * @return the foreign keys, those of columns without a property included; links have theirs beside
     */
    public List<ForeignKeyModel> foreignKeys() {
        return foreignKeys;
    }

    /**
     * The properties that refer to other entities.
     *
     * @return in the order of declaration
     */
    public List<AssociationModel> associations() {
        return associations;
    }

    /**
     * The entity at the root of the hierarchy that this one belongs to: rows of all of its entities have one layout, one
     * identity and, to a backend, one entity.
     *
     * @return the root, this entity itself where it extends no other
     */
    public EntityModel root() {
        return hierarchy == null ? this : hierarchy.root();
    }

    /**
     * The hierarchy that the entity belongs to.
     *
     * @return the hierarchy, or null where the entity extends none and none extends it
     */
    public @Nullable HierarchyModel hierarchy() {
        return hierarchy;
    }

    /**
     * Whether no object is of exactly this entity.
     *
     * @return true for the abstract ones of a hierarchy
     */
    public boolean isAbstract() {
        return hierarchy != null && hierarchy.member(type).isAbstract();
    }

    /**
     * Whether a place of the row belongs to this entity, or to another one of its hierarchy only.
     *
     * @param position the place of a column or collection
     * @return true for its own, inherited ones included
     */
    public boolean has(int position) {
        return own.get(position);
    }

    /**
     * Whether a column is never null in rows of exactly this entity.
     *
     * @param column a column of the row
     * @return true where null is refused; a column of a subtype may be null in the rows of others all the same
     */
    public boolean requires(ColumnModel column) {
        return required.get(column.position());
    }

    @Override
    public String toString() {
        return name;
    }
}
