package dev.plinth.internal.mapper;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.internal.access.Accessor;
import dev.plinth.internal.association.References;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.PropertyModel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maps the entities of one type to rows and back. Thread-safe.
 *
 * <p>A row shares nothing mutable with an entity: bytes and collections are copied both ways, so a row can serve as the
 * snapshot that later changes are found against.
 */
public final class EntityMapper {
    private final EntityModel model;
    private final Assembly assembly;
    private final int slots;
    private final Conversions conversions;
    private final CollectionModel[] collections;
    private final ElementMapper[] elements;
    private final @Nullable Accessor[] setters;
    private final IdMapper ids;
    private final List<AssociationMapper> associations;
    private final Map<AssociationModel, AssociationMapper> byAssociation = new IdentityHashMap<>();
    private final List<Integer> hidden;

    /**
     * Generates the accessors of an entity.
     *
     * @param model the entity
     * @param mappers the mappers of the entities that it refers to, by class; asked when entities are mapped
     */
    public EntityMapper(EntityModel model, Function<Class<?>, EntityMapper> mappers) {
        this.model = model;
        AtomicInteger next = new AtomicInteger(model.width());
        this.assembly = Assembly.of(model.type(), model.properties(), next);
        this.slots = next.get();
        // no object is one of an interface alone, so that its subtypes' mappers are asked
        this.associations = model.properties().stream()
                .filter(property -> property instanceof PropertyModel.Association
                        && !model.type().isInterface())
                .map(property -> new AssociationMapper(
                        model, (PropertyModel.Association) property, assembly.slotOf(property), mappers))
                .toList();
        this.conversions = new Conversions(model.columns());
        this.collections = model.collections().stream()
                .filter(collection -> !collection.isLinks())
                .toArray(CollectionModel[]::new);
        this.elements = Arrays.stream(collections)
                .map(collection -> new ElementMapper(collection, model.isRecord()))
                .toArray(ElementMapper[]::new);
        associations.forEach(mapper -> byAssociation.put(mapper.association(), mapper));
        this.setters = Setters.of(model, assembly);
        this.ids = new IdMapper(model);
        this.hidden = hidden(model);
    }

    /**
     * The columns that no property of the object has: such as those by which the list of another entity refers to it.
     *
     * @return their positions
     */
    public List<Integer> hidden() {
        return hidden;
    }

    private static List<Integer> hidden(EntityModel model) {
        BitSet positions = new BitSet();
        model.columns().forEach(column -> positions.set(column.position()));
        model.properties().forEach(property -> clear(property, positions));
        if (model.hierarchy() != null) {
            positions.clear(model.hierarchy().discriminator().position());
        }
        return positions.stream().boxed().toList();
    }

    private static void clear(PropertyModel property, BitSet positions) {
        if (property instanceof PropertyModel.Basic basic) {
            positions.clear(basic.column().position());
        } else if (property instanceof PropertyModel.Embedded embedded) {
            embedded.properties().forEach(nested -> clear(nested, positions));
        } else if (property instanceof PropertyModel.Association association
                && association.association().keeping() instanceof AssociationModel.ForeignKey key) {
            key.columns().forEach(column -> positions.clear(column.position()));
            if (key.type() != null) {
                positions.clear(key.type().position());
            }
        }
    }

    /**
     * The entity that is mapped.
     *
     * @return its model
     */
    public EntityModel model() {
        return model;
    }

    /**
     * Takes an entity apart.
     *
     * @param entity an object of the entity's class
     * @return a new row
     */
    public @Nullable Object[] toRow(Object entity) {
        @Nullable Object[] row = new Object[slots];
        assembly.read(entity, row);
        conversions.toStored(row);
        for (int i = 0; i < collections.length; i++) {
            row[collections[i].position()] = elements[i].toRows(row[collections[i].position()]);
        }
        associations.forEach(association -> association.toRow(row));
        HierarchyModel hierarchy = model.hierarchy();
        if (hierarchy != null) {
            row[hierarchy.discriminator().position()] =
                    hierarchy.member(model.type()).value();
        }
        return slots == model.width() ? row : Arrays.copyOf(row, model.width());
    }

    /**
     * Puts an entity together that is looked at and not worked with: its associations are empty.
     *
     * @param row a row, which is not changed
     * @return a new object
     * @throws EntityMappingException where a value of the row cannot be held by the object
     */
    public Object toEntity(@Nullable Object[] row) {
        return toEntity(row, Linker.NONE);
    }

    /**
     * Puts an entity together.
     *
     * @param row a row, which is not changed
     * @param linker says what it gets for its associations
     * @return a new object
     * @throws EntityMappingException where a value of the row cannot be held by the object
     */
    public Object toEntity(@Nullable Object[] row, Linker linker) {
        try {
            return assembly.create(toSlots(row, linker));
        } catch (EntityMappingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Unfit.row(model, row, e);
        }
    }

    /**
     * Overwrites an object with a row.
     *
     * @param entity an object of the entity's class, not a record
     * @param row a row, which is not changed
     * @param linker says what the object gets for its associations
     */
    public void overwrite(Object entity, @Nullable Object[] row, Linker linker) {
        try {
            assembly.write(entity, toSlots(row, linker));
        } catch (EntityMappingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Unfit.row(model, row, e);
        }
    }

    /**
     * Sets some columns of an object to the values of a row, leaving everything else alone.
     *
     * @param entity an object of the entity's class
     * @param row a row
     * @param columns which columns
     * @return the object, or for a record the copy with the values
     */
    public Object patch(Object entity, @Nullable Object[] row, List<ColumnModel> columns) {
        BitSet positions = new BitSet();
        columns.forEach(column -> positions.set(column.position()));
        return patch(entity, row, positions);
    }

    /**
     * Sets some columns and collections of an object to the values of a row, leaving everything else alone.
     *
     * @param entity an object of the entity's class
     * @param row a row
     * @param positions where they are in the row
     * @return the object, or for a record the copy with the values
     */
    public Object patch(Object entity, @Nullable Object[] row, BitSet positions) {
        if (positions.isEmpty()) {
            return entity;
        }
        if (model.isRecord()) {
            @Nullable Object[] changed = toRow(entity);
            positions.stream().forEach(position -> changed[position] = row[position]);
            return toEntity(changed, new Kept(this, entity));
        }
        try {
            @Nullable Object[] values = patchOf(row, positions);
            positions.stream()
                    .forEach(position ->
                            Objects.requireNonNull(setters[position]).write(entity, values));
            return entity;
        } catch (EntityMappingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Unfit.row(model, row, e);
        }
    }

    /**
     * Makes a copy of a record that refers to something else.
     *
     * @param entity a record
     * @param row its row, which refers to it already
     * @param association an association that is kept in the row
     * @param value what the copy gets for it
     * @return the copy
     */
    public Object referring(
            Object entity, @Nullable Object[] row, AssociationModel association, @Nullable Object value) {
        @Nullable Object[] changed = toRow(entity);
        for (ColumnModel column : ((AssociationModel.ForeignKey) association.keeping()).columns()) {
            changed[column.position()] = row[column.position()];
        }
        return toEntity(changed, new Kept(this, entity) {
            @Override
            public @Nullable Object toOne(AssociationModel each, EntityKey key) {
                return each == association ? value : super.toOne(each, key);
            }
        });
    }

    // what is not within an embeddable needs no other column, and no converter of one
    private @Nullable Object[] patchOf(@Nullable Object[] row, BitSet positions) {
        int columns = model.columns().size();
        if (positions.stream()
                .anyMatch(position -> position < columns
                        && model.columns().get(position).path().indexOf('.') >= 0)) {
            @Nullable Object[] values = toSlots(row);
            assembly.buildEmbedded(values);
            return values;
        }
        @Nullable Object[] values = Arrays.copyOf(row, slots);
        positions.stream()
                .forEach(position -> values[position] = position < columns
                        ? model.columns().get(position).toDomain(Conversions.copied(row[position]))
                        : elementsAt(position).toCollection(row[position]));
        return values;
    }

    private ElementMapper elementsAt(int position) {
        int index = 0;
        while (collections[index].position() != position) {
            index++;
        }
        return elements[index];
    }

    private @Nullable Object[] toSlots(@Nullable Object[] row, Linker linker) {
        @Nullable Object[] values = toSlots(row);
        if (!associations.isEmpty()) {
            EntityKey key = EntityKey.of(model, row);
            associations.forEach(association -> association.toDomain(values, key, linker));
        }
        return values;
    }

    private @Nullable Object[] toSlots(@Nullable Object[] row) {
        if (slots == row.length && conversions.isEmpty() && collections.length == 0) {
            return row;
        }
        @Nullable Object[] values = Arrays.copyOf(row, slots);
        conversions.toDomain(values);
        for (int i = 0; i < collections.length; i++) {
            values[collections[i].position()] = elements[i].toCollection(values[collections[i].position()]);
        }
        return values;
    }

    /**
     * What a property holds for an association.
     *
     * @param entity an object of the entity's class
     * @param association an association of the entity
     * @return the value of the field: an entity, a reference, a collection or null
     */
    public @Nullable Object association(Object entity, AssociationModel association) {
        return mapperOf(association).get(entity);
    }

    /**
     * Sets what a property holds for an association.
     *
     * @param entity an object of the entity's class, not a record
     * @param association an association of the entity
     * @param value the new value of the field
     */
    public void setAssociation(Object entity, AssociationModel association, @Nullable Object value) {
        mapperOf(association).set(entity, value);
    }

    /**
     * The key of the entity that a row refers to.
     *
     * @param row a row of the entity
     * @param association an association that is kept in the row
     * @return the key, or null where the row refers to none
     */
    public @Nullable EntityKey foreignKey(@Nullable Object[] row, AssociationModel association) {
        return mapperOf(association).key((AssociationModel.ForeignKey) association.keeping(), row);
    }

    private AssociationMapper mapperOf(AssociationModel association) {
        AssociationMapper mapper = byAssociation.get(association);
        if (mapper == null) {
            throw new NoSuchElementException(association.path());
        }
        return mapper;
    }

    /**
     * The properties that the id is in.
     *
     * @return their names
     */
    public Set<String> idNames() {
        return ids.names();
    }

    /**
     * The values of the id columns of an object.
     *
     * @param entity an object of the entity's class
     * @return one per column, null where the object has no id yet
     */
    public @Nullable Object[] idValues(Object entity) {
        return ids.values(entity);
    }

    /**
     * Puts the id into an object and leaves everything else as it is.
     *
     * @param entity an object of the entity's class, not a record
     * @param key a key of the entity
     */
    public void setId(Object entity, EntityKey key) {
        ids.set(entity, key);
    }

    /**
     * The id of a key as the application knows it.
     *
     * @param key a key of the entity
     * @return the id
     */
    public Object idOf(EntityKey key) {
        return ids.toId(ids.row(key));
    }

    /**
     * The elements of a collection as the application has them.
     *
     * @param collection a collection of this entity
     * @param rows the value in a row
     * @return a list or set
     */
    public Object toCollection(CollectionModel collection, @Nullable Object rows) {
        for (int i = 0; i < collections.length; i++) {
            if (collections[i] == collection) {
                return elements[i].toCollection(rows);
            }
        }
        throw new IllegalArgumentException(collection.path());
    }

    /**
     * The key of an id as the application passes it.
     *
     * @param id the id
     * @return its key
     * @throws SpecificationException where the id is null or of another class
     */
    public EntityKey toKey(@Nullable Object id) {
        return ids.toKey(id);
    }

    /**
     * The key in a row.
     *
     * @param row a row
     * @return the key, or null where an id column is null
     */
    public @Nullable EntityKey keyOf(@Nullable Object[] row) {
        return ids.keyOf(row);
    }

    /**
     * The id in a row, as the application knows it.
     *
     * @param row a row with an id
     * @return the id
     */
    public Object toId(@Nullable Object[] row) {
        return ids.toId(row);
    }

    /**
     * Refuses an object of another class.
     *
     * @param entity an object
     */
    public void requireInstance(Object entity) {
        if (References.typeOf(entity) != model.type()) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "an object of " + entity.getClass().getName() + " is not a '" + model.name() + "'",
                    null);
        }
    }
}
