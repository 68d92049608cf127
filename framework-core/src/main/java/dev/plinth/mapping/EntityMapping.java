package dev.plinth.mapping;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.specification.ManyProperty;
import dev.plinth.specification.Path;
import dev.plinth.specification.Property;
import jakarta.persistence.GenerationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mapping by code, for a class without a single annotation. It gives the same model as annotations that say the same;
 * what is not said follows the same rules. Not thread-safe; read when the Plinth is built.
 *
 * <pre>{@code
 * EntityMapping.of(Customer.class)
 *         .table("customer")
 *         .id(Customer::getId).generated(GenerationType.UUID)
 *         .version(Customer::getVersion)
 *         .column(Customer::getEmail, c -> c.name("e_mail").unique().length(100))
 *         .embedded(Customer::getAddress, a -> a.column(Address::getCity, c -> c.name("town")))
 *         .elements(Customer::getTags, e -> e.table("customer_tag"))
 *         .manyToOne(Customer::getCountry, a -> a.joinColumn("country").notNull())
 *         .oneToMany(Customer::getOrders, a -> a.mappedBy("customer").cascade(CascadeType.ALL).orphanRemoval())
 *         .ignore(Customer::getTotal)
 *         .softDelete()
 *         .audited();
 * }</pre>
 *
 * @param <T> the entity
 */
public final class EntityMapping<T> extends GraphMapping<T, EntityMapping<T>> {
    private final Class<T> type;
    private final List<Declaration.Key> keys = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String catalog;
    private @Nullable String schema;
    private @Nullable String table;
    private @Nullable String softDelete;
    private boolean audited;
    private boolean readOnly;
    private @Nullable Supplier<? extends Collection<T>> lookup;
    private @Nullable Class<?> idClass;
    private Declaration.@Nullable Generation generation;

    private EntityMapping(Class<T> type) {
        this.type = type;
    }

    /**
     * Begins the mapping of a class.
     *
     * @param type the class or record
     * @param <T> the entity
     * @return a mapping that says nothing yet
     */
    public static <T> EntityMapping<T> of(Class<T> type) {
        return new EntityMapping<>(type);
    }

    /**
     * Names the entity. The default is the class's simple name.
     *
     * @param name the name, unique in a model
     * @return this
     */
    public EntityMapping<T> name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Names the table or collection. The default is the entity's name in snake case.
     *
     * @param name the name, written without quotes
     * @return this
     */
    public EntityMapping<T> table(String name) {
        this.table = name;
        return this;
    }

    /**
     * Names the table's schema. The default is the connection's own.
     *
     * @param name the name
     * @return this
     */
    public EntityMapping<T> schema(String name) {
        this.schema = name;
        return this;
    }

    /**
     * Names the table's catalog. The default is the connection's own.
     *
     * @param name the name
     * @return this
     */
    public EntityMapping<T> catalog(String name) {
        this.catalog = name;
        return this;
    }

    /**
     * Says which property is the id.
     *
     * @param property the property
     * @return this
     */
    public EntityMapping<T> id(Property<T, ?> property) {
        return id(nameOf(property));
    }

    /**
     * Says which property is the id. How its column is, is said by {@link #column(String, Consumer)}.
     *
     * @param property the property's name
     * @return this
     */
    public EntityMapping<T> id(String property) {
        at(property).as(Role.ID);
        return this;
    }

    /**
     * Says the class of an id that is made of several properties, each of which is said with {@link #id(String)}.
     *
     * @param type a class or record that has the same properties, by name and type
     * @return this
     */
    public EntityMapping<T> idClass(Class<?> type) {
        idClass = type;
        return this;
    }

    /**
     * Says which property is the id, an embeddable.
     *
     * @param property the property
     * @return this
     */
    public EntityMapping<T> embeddedId(Property<T, ?> property) {
        return embeddedId(nameOf(property));
    }

    /**
     * Says which property is the id, an embeddable.
     *
     * @param property the property's name
     * @return this
     */
    public EntityMapping<T> embeddedId(String property) {
        return embed(property, Role.EMBEDDED_ID, embeddable -> {});
    }

    /**
     * Says which property is the id, an embeddable.
     *
     * @param property the property
     * @param embeddable says how the properties of the id are mapped
     * @param <E> the id's class
     * @return this
     */
    public <E> EntityMapping<T> embeddedId(Property<T, E> property, Consumer<EmbeddableMapping<E>> embeddable) {
        return embed(nameOf(property), Role.EMBEDDED_ID, embeddable);
    }

    /**
     * Says where a new id comes from. The default is that the application sets it.
     *
     * @param strategy the strategy
     * @return this
     */
    public EntityMapping<T> generated(GenerationType strategy) {
        generation = new Declaration.Generation(strategy, null);
        return this;
    }

    /**
     * Says which sequence a new id comes from.
     *
     * @param sequence says it
     * @return this
     */
    public EntityMapping<T> generatedBySequence(Consumer<SequenceMapping> sequence) {
        SequenceMapping mapping = new SequenceMapping();
        sequence.accept(mapping);
        generation = new Declaration.Generation(GenerationType.SEQUENCE, mapping.declaration());
        return this;
    }

    /**
     * Says which property is the version.
     *
     * @param property the property
     * @return this
     */
    public EntityMapping<T> version(Property<T, ?> property) {
        return version(nameOf(property));
    }

    /**
     * Says which property is the version.
     *
     * @param property the property's name
     * @return this
     */
    public EntityMapping<T> version(String property) {
        at(property).as(Role.VERSION);
        return this;
    }

    /**
     * Stores a collection of values: in a table of its own, in a document as an array.
     *
     * @param property the property, a List, Set or Collection of basic values or of objects to embed
     * @param <E> the element's class
     * @return this
     */
    public <E> EntityMapping<T> elements(ManyProperty<T, E> property) {
        return elements(Path.ofMany(property).toString());
    }

    /**
     * Stores a collection of values: in a table of its own, in a document as an array.
     *
     * @param property the property, a List, Set or Collection of basic values or of objects to embed
     * @param elements says how
     * @param <E> the element's class
     * @return this
     */
    public <E> EntityMapping<T> elements(ManyProperty<T, E> property, Consumer<ElementsMapping<E>> elements) {
        return addElements(Path.ofMany(property).toString(), elements);
    }

    /**
     * Stores a collection of values: in a table of its own, in a document as an array.
     *
     * @param property the property's name
     * @return this
     */
    public EntityMapping<T> elements(String property) {
        return addElements(property, elements -> {});
    }

    /**
     * Stores a collection of values: in a table of its own, in a document as an array.
     *
     * @param property the property's name
     * @param element the element's class
     * @param elements says how
     * @param <E> the element's class
     * @return this
     */
    public <E> EntityMapping<T> elements(String property, Class<E> element, Consumer<ElementsMapping<E>> elements) {
        return addElements(property, elements);
    }

    /**
     * Stores a map of values: in a table of its own, in a document as an array of sub-documents.
     *
     * @param property the property, a Map from basic values to basic values or objects to embed
     * @param elements says how its keys and values are stored
     * @param <K> the key's class
     * @param <E> the value's class
     * @return this
     */
    public <K, E> EntityMapping<T> entries(Property<T, Map<K, E>> property, Consumer<ElementsMapping<E>> elements) {
        return addElements(Path.of(property).toString(), elements);
    }

    private <E> EntityMapping<T> addElements(String property, Consumer<ElementsMapping<E>> said) {
        ElementsMapping<E> elements = new ElementsMapping<>();
        said.accept(elements);
        at(property).as(Role.ELEMENTS).nested(elements);
        return this;
    }

    /**
     * Lets each combination of values without a null occur at most once.
     *
     * @param properties the properties, in order
     * @return this
     */
    @SafeVarargs
    public final EntityMapping<T> unique(Property<T, ?>... properties) {
        List<String> paths = new ArrayList<>();
        for (Property<T, ?> property : properties) {
            paths.add(nameOf(property));
        }
        return key(null, true, paths);
    }

    /**
     * Lets each combination of values without a null occur at most once.
     *
     * @param name the key's name in the database
     * @param properties the properties' paths, in order, for example {@code address.city}
     * @return this
     */
    public EntityMapping<T> uniqueNamed(String name, String... properties) {
        return key(name, true, List.of(properties));
    }

    /**
     * Adds an index.
     *
     * @param properties the properties, in order
     * @return this
     */
    @SafeVarargs
    public final EntityMapping<T> index(Property<T, ?>... properties) {
        List<String> paths = new ArrayList<>();
        for (Property<T, ?> property : properties) {
            paths.add(nameOf(property));
        }
        return key(null, false, paths);
    }

    /**
     * Adds an index.
     *
     * @param name the index's name in the database
     * @param properties the properties' paths, in order, for example {@code address.city}
     * @return this
     */
    public EntityMapping<T> indexNamed(String name, String... properties) {
        return key(name, false, List.of(properties));
    }

    private EntityMapping<T> key(@Nullable String keyName, boolean unique, List<String> paths) {
        keys.add(new Declaration.Key(keyName, paths, Set.of(), true, unique));
        return this;
    }

    /**
     * Marks rows as deleted instead of deleting them, in the column {@code deleted_at}.
     *
     * @return this
     * @see SoftDelete
     */
    public EntityMapping<T> softDelete() {
        return softDelete("deleted_at");
    }

    /**
     * Marks rows as deleted instead of deleting them.
     *
     * @param column the column that holds when a row was deleted
     * @return this
     * @see SoftDelete
     */
    public EntityMapping<T> softDelete(String column) {
        softDelete = column;
        return this;
    }

    /**
     * Writes every change to the audit trail.
     *
     * @return this
     * @see Audited
     */
    public EntityMapping<T> audited() {
        audited = true;
        return this;
    }

    /**
     * Marks the entity as one that is only read, as {@link ReadOnly} does.
     *
     * @return this
     */
    public EntityMapping<T> readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * Keeps the table's rows in step with those that the code knows, as {@link Lookup} does.
     *
     * @param rows gives them, each with its id
     * @return this
     * @throws SpecificationException where they are null
     */
    public EntityMapping<T> lookup(Supplier<? extends Collection<T>> rows) {
        if (rows == null) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_NULL,
                    "the rows of lookup(...) for " + type.getName()
                            + " are null. Give what returns them: lookup(() -> rows)",
                    null);
        }
        lookup = rows;
        return this;
    }

    /**
     * What this mapping says so far.
     *
     * @return a snapshot
     */
    public Declaration.Type declaration() {
        return new Declaration.Type(
                type,
                true,
                name,
                new Declaration.Table(catalog, schema, table),
                properties(generation),
                softDelete,
                audited,
                keys,
                idClass,
                readOnly,
                lookup);
    }
}
