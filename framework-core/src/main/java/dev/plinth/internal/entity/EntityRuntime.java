package dev.plinth.internal.entity;

import dev.plinth.backend.Store;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.mapper.ObjectKeys;
import dev.plinth.internal.query.QueryBinder;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.Model;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is needed to work with the entities of one type. Thread-safe. */
public final class EntityRuntime {
    private final EntityModel model;
    private final EntityMapper mapper;
    private final RowRules rules;
    private final QueryBinder binder;
    private final ReferenceFactory references;
    private final Map<Class<?>, EntityRuntime> all;

    private EntityRuntime(
            EntityModel model,
            Store store,
            Function<Class<?>, EntityMapper> mappers,
            Map<Class<?>, EntityRuntime> all) {
        this.model = model;
        this.mapper = new EntityMapper(model, mappers);
        this.rules = new RowRules(model, store);
        this.binder = new QueryBinder(model, rules, value -> ObjectKeys.of(value, mappers));
        this.references = new ReferenceFactory(model.type(), mapper.idNames());
        this.all = all;
    }

    /**
     * Makes it for every entity.
     *
     * @param model the entities
     * @param store the database
     * @param mappers the mapper of a class of entities; asked when entities are mapped
     * @return what is needed, by class
     */
    public static Map<Class<?>, EntityRuntime> all(Model model, Store store, Function<Class<?>, EntityMapper> mappers) {
        Map<Class<?>, EntityRuntime> all = new HashMap<>();
        model.entities().forEach(entity -> all.put(entity.type(), new EntityRuntime(entity, store, mappers, all)));
        return Map.copyOf(all);
    }

    /**
     * The entity.
     *
     * @return its model
     */
    public EntityModel model() {
        return model;
    }

    /**
     * The entity's mapper.
     *
     * @return its mapper
     */
    public EntityMapper mapper() {
        return mapper;
    }

    /**
     * The entity's rules.
     *
     * @return its rules
     */
    public RowRules rules() {
        return rules;
    }

    /**
     * The entity's binder.
     *
     * @return its binder
     */
    public QueryBinder binder() {
        return binder;
    }

    /**
     * What makes objects that stand for entities that are not loaded.
     *
     * @return the factory
     */
    public ReferenceFactory references() {
        return references;
    }

    /**
     * What is needed to work with one row: of a hierarchy, that of the entity which the row says that it is of.
     *
     * @param row a row of the entity, or of another one of its hierarchy
     * @return what is needed
     * @throws EntityMappingException where the row says something that is no entity of the hierarchy
     */
    public EntityRuntime of(@Nullable Object[] row) {
        HierarchyModel hierarchy = model.hierarchy();
        if (hierarchy == null) {
            return this;
        }
        Object value = row[hierarchy.discriminator().position()];
        return hierarchy
                .ofValue(value)
                .map(member -> all.get(member.type()))
                .orElseThrow(() -> unknown(hierarchy, row));
    }

    /**
     * What is needed to work with another entity.
     *
     * @param type its class
     * @return what is needed
     */
    public EntityRuntime member(Class<?> type) {
        return Objects.requireNonNull(all.get(type), type::getName);
    }

    /**
     * Whether a row is of this entity.
     *
     * @param row a row of the entity, or of another one of its hierarchy
     * @return true where it is, or is of one that extends it
     */
    public boolean covers(@Nullable Object[] row) {
        return model.root() == model || covers(of(row).model());
    }

    /**
     * Whether objects of an entity are objects of this one.
     *
     * @param other an entity
     * @return true for the entity itself and those that extend it
     */
    public boolean covers(EntityModel other) {
        return model.type().isAssignableFrom(other.type());
    }

    private EntityMappingException unknown(HierarchyModel hierarchy, @Nullable Object[] row) {
        Object value = row[hierarchy.discriminator().position()];
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "the row of '" + EntityKey.of(model, row) + "' says " + (value == null ? "nothing" : "'" + value + "'")
                        + " in the column '"
                        + hierarchy.discriminator().name() + "', which is not one of its entities: "
                        + hierarchy.members().stream()
                                .filter(member -> !member.isAbstract())
                                .map(member -> "'" + member.value() + "' ("
                                        + member.type().getSimpleName() + ")")
                                .collect(Collectors.joining(", "))
                        + ". Add the class that it is to entities(...), or correct the row",
                null);
    }
}
