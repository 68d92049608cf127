package dev.plinth.model;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a property that refers to other entities means: to which, how many, where the reference is kept, and what goes
 * along with the owner. Immutable; the entities it names are known once the whole model is.
 */
public final class AssociationModel {
    /** What the property holds. */
    public enum Shape {
        /** One entity, or null. */
        ONE,
        /** A {@code List} or {@code Collection}. */
        LIST,
        /** A {@code Set}. */
        SET,
        /** A {@code Map} by a property of the entities in it. */
        MAP
    }

    /** What is done to the associated entities when it is done to the owner. */
    public enum Cascade {
        /** A new one is inserted. */
        PERSIST,
        /** A detached one is updated. */
        MERGE,
        /** It is removed. */
        REMOVE,
        /** It is read again. */
        REFRESH
    }

    /** Where the database keeps the reference. */
    public sealed interface Keeping {}

    /**
     * In columns of the owner's row.
     *
     * @param columns hold the id of the associated entity, in the order of its id's columns
     * @param type holds the name of the associated entity where it may be of several; else null
     */
    public record ForeignKey(
            List<ColumnModel> columns, @Nullable ColumnModel type) implements Keeping {
        /** Copies the list. */
        public ForeignKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * In columns of the associated entity's row.
     *
     * @param key those columns, and the column that keeps the order of a list or null; known once the model is complete
     * @param property the property of the associated entity that has them, or null where they belong to no property
     */
    public record Inverse(
            Supplier<InverseKey> key, @Nullable Supplier<AssociationModel> property) implements Keeping {}

    /**
     * Columns of an associated entity's row that refer to the owner.
     *
     * @param columns hold the owner's id, in the order of its id's columns
     * @param order the place in the owner's list, counted from 0; null where no order is kept
     */
    public record InverseKey(
            List<ColumnModel> columns, @Nullable ColumnModel order) {
        /** Copies the list. */
        public InverseKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * In a table of links, or an array of ids in the owner's document.
     *
     * @param collection the links: each element is the id of an associated entity
     */
    public record Links(CollectionModel collection) implements Keeping {}

    /**
     * In the links of the associated entities, which hold the owner's id.
     *
     * @param property the property of the associated entity that keeps the links
     */
    public record InverseLinks(Supplier<AssociationModel> property) implements Keeping {}

    /**
     * How the associated entities are ordered where they are read.
     *
     * @param path a property of the associated entity
     * @param descending whether the greatest comes first
     */
    public record Ordering(String path, boolean descending) {}

    private final String path;
    private final Shape shape;
    private final Class<?> type;
    private final Supplier<List<EntityModel>> targets;
    private final Supplier<EntityModel> owner;
    private final Keeping keeping;
    private final boolean holder;
    private final boolean optional;
    private final Set<Cascade> cascades;
    private final boolean orphanRemoval;
    private final List<Ordering> order;
    private final @Nullable String mapKey;
    private final boolean embedded;

    /**
     * Creates the model of an association.
     *
     * @param path the property's path in its entity
     * @param shape what the property holds
     * @param type the class of the associated entities, as it is declared
     * @param targets the associated entities: one, or several where the reference is to any of them
     * @param owner the entity that has the property
     * @param keeping where the reference is kept
     * @param holder whether a single entity, or each element, is held by a {@code Ref}
     * @param optional whether a single entity may be null
     * @param cascades what goes along
     * @param orphanRemoval whether what leaves the association is removed
     * @param order the order of a list where it is read; empty for that of the id
     * @param mapKey the property that is the key of a map; null where it is the id, or where there is no map
     * @param embedded whether a document database keeps the associated entities within the owner's document
     */
    public AssociationModel(
            String path,
            Shape shape,
            Class<?> type,
            Supplier<List<EntityModel>> targets,
            Supplier<EntityModel> owner,
            Keeping keeping,
            boolean holder,
            boolean optional,
            Set<Cascade> cascades,
            boolean orphanRemoval,
            List<Ordering> order,
            @Nullable String mapKey,
            boolean embedded) {
        this.path = path;
        this.shape = shape;
        this.type = type;
        this.targets = targets;
        this.owner = owner;
        this.keeping = keeping;
        this.holder = holder;
        this.optional = optional;
        this.cascades = Set.copyOf(cascades);
        this.orphanRemoval = orphanRemoval;
        this.order = List.copyOf(order);
        this.mapKey = mapKey;
        this.embedded = embedded;
    }

    /**
     * The property's path in its entity.
     *
     * @return the path
     */
    public String path() {
        return path;
    }

    /**
     * What the property holds.
     *
     * @return the shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * The class of the associated entities, as it is declared.
     *
     * @return an entity, or a sealed interface whose permitted classes are
     */
    public Class<?> type() {
        return type;
    }

    /**
     * The associated entity, where it can only be one.
     *
     * @return its model
     */
    public EntityModel target() {
        return targets.get().get(0);
    }

    /**
     * The associated entities.
     *
     * @return one, or several where the reference is to any of them
     */
    public List<EntityModel> targets() {
        return targets.get();
    }

    /**
     * The entity that has the property.
     *
     * @return its model
     */
    public EntityModel owner() {
        return owner.get();
    }

    /**
     * Where the reference is kept.
     *
     * @return the place
     */
    public Keeping keeping() {
        return keeping;
    }

    /**
     * Whether this side's property decides what is written: the other side, where there is one, only mirrors it.
     *
     * @return false for a side that is mapped by a property of the associated entity
     */
    public boolean isOwning() {
        return !(keeping instanceof InverseLinks)
                && !(keeping instanceof Inverse inverse && inverse.property() != null);
    }

    /**
     * Whether the property holds many entities.
     *
     * @return false for {@link Shape#ONE}
     */
    public boolean isMany() {
        return shape != Shape.ONE;
    }

    /**
     * Whether a single entity is held by a {@code Ref}.
     *
     * @return true where the property's type is {@code Ref}
     */
    public boolean hasHolder() {
        return holder;
    }

    /**
     * Whether a single entity may be null.
     *
     * @return false where there always is one
     */
    public boolean optional() {
        return optional;
    }

    /**
     * Whether something goes along with the owner.
     *
     * @param cascade what
     * @return true where it does
     */
    public boolean cascades(Cascade cascade) {
        return cascades.contains(cascade);
    }

    /**
     * Whether what leaves the association is removed.
     *
     * @return true where it is
     */
    public boolean orphanRemoval() {
        return orphanRemoval;
    }

    /**
     * The order of a list where it is read.
     *
     * @return the properties; empty for the order of the id, or that of the order column where there is one
     */
    public List<Ordering> order() {
        return order;
    }

    /**
     * The property that is the key of a map.
     *
     * @return its path in the associated entity; null where it is the id, or where there is no map
     */
    public @Nullable String mapKey() {
        return mapKey;
    }

    /**
     * Whether a document database keeps the associated entities within the owner's document.
     *
     * @return true where it does
     */
    public boolean embedded() {
        return embedded;
    }

    @Override
    public String toString() {
        return path;
    }
}
