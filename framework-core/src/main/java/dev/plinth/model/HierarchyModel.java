package dev.plinth.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Entities that extend each other. All of their rows have one layout: the columns of all of them, those of a subtype null in
 * the rows of others. Where the rows are kept is the {@linkplain Strategy strategy's}, which a document database has no
 * use for: there all are documents of one collection. Immutable.
 */
public final class HierarchyModel {
    /** Where rows are kept in SQL. */
    public enum Strategy {
        /** All in the table of the root. */
        SINGLE_TABLE,
        /** What the root declares in its table, what a subtype declares in one of its own, with the same id. */
        JOINED,
        /** Each concrete entity in a table of its own, with all of its columns. */
        TABLE_PER_CLASS
    }

    /**
     * One entity of a hierarchy.
     *
     * @param type the class, record or sealed interface
     * @param parent the entity that it extends, or null for the root
     * @param value what the discriminator says of its rows; null where it is abstract and has none
     * @param table its table; that of the root where all are in one
     * @param columns the columns that it declares itself; those of the root include what belongs to every row, but for the
     *     discriminator
     * @param collections the collections that it declares itself
     * @param required those columns of its rows, inherited ones included, that are never null
     * @param entity its model, known once the whole model is
     */
    public record Member(
            Class<?> type,
            @Nullable Class<?> parent,
            @Nullable Object value,
            TableName table,
            List<ColumnModel> columns,
            List<CollectionModel> collections,
            List<ColumnModel> required,
            Supplier<EntityModel> entity) {
        /** Copies the lists. */
        public Member {
            columns = List.copyOf(columns);
            collections = List.copyOf(collections);
            required = List.copyOf(required);
        }

        /**
         * Whether no object is of exactly this entity.
         *
         * @return true for abstract classes and interfaces
         */
        public boolean isAbstract() {
            return value == null;
        }
    }

    private final Strategy strategy;
    private final ColumnModel discriminator;
    private final List<Member> members;

    /**
     * Creates the model of a hierarchy.
     *
     * @param strategy where rows are kept in SQL
     * @param discriminator the column that tells of which entity a row is; it has no property
     * @param members the entities: the root first, each after the one that it extends
     */
    public HierarchyModel(Strategy strategy, ColumnModel discriminator, List<Member> members) {
        this.strategy = strategy;
        this.discriminator = discriminator;
        this.members = List.copyOf(members);
    }

    /**
     * Where rows are kept in SQL.
     *
     * @return the strategy
     */
    public Strategy strategy() {
        return strategy;
    }

    /**
     * The column that tells of which entity a row is. Where each entity has a table of its own, no table has it: the
     * table tells.
     *
     * @return a column of every row
     */
    public ColumnModel discriminator() {
        return discriminator;
    }

    /**
     * The entities.
     *
     * @return the root first, each after the one that it extends
     */
    public List<Member> members() {
        return members;
    }

    /**
     * The entity that all others extend.
     *
     * @return its model
     */
    public EntityModel root() {
        return members.get(0).entity().get();
    }

    /**
     * Finds an entity.
     *
     * @param type its class
     * @return the entity
     * @throws IllegalArgumentException where the class is not one of the hierarchy
     */
    public Member member(Class<?> type) {
        return members.stream()
                .filter(member -> member.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName()));
    }

    /**
     * The entity of a row.
     *
     * @param value the row's discriminator
     * @return the entity, or empty where none has that value
     */
    public Optional<Member> ofValue(@Nullable Object value) {
        return members.stream()
                .filter(member -> member.value() != null && member.value().equals(value))
                .findFirst();
    }

    /**
     * An entity and those that it extends.
     *
     * @param type the entity's class
     * @return the root first
     */
    public List<Member> upTo(Class<?> type) {
        return members.stream()
                .filter(member -> member.type().isAssignableFrom(type))
                .toList();
    }

    /**
     * An entity and those that extend it.
     *
     * @param type the entity's class
     * @return the entity first
     */
    public List<Member> from(Class<?> type) {
        return members.stream()
                .filter(member -> type.isAssignableFrom(member.type()))
                .toList();
    }
}
