package dev.plinth.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All entities of a Plinth. Immutable. */
public final class Model {
    private final List<EntityModel> entities;
    private final Map<Class<?>, EntityModel> byType;
    private final List<LookupModel> lookups;

    /**
     * Creates a model.
     *
     * @param entities the entities, each class once
     */
    public Model(List<EntityModel> entities) {
        this(entities, List.of());
    }

    /**
     * Creates a model with tables whose rows are given by code.
     *
     * @param entities the entities, each class once
     * @param lookups the tables of enums, and those of the entities that are such
     */
    public Model(List<EntityModel> entities, List<LookupModel> lookups) {
        this.entities = List.copyOf(entities);
        this.lookups = List.copyOf(lookups);
        this.byType =
                this.entities.stream().collect(Collectors.toUnmodifiableMap(EntityModel::type, Function.identity()));
    }

    /**
     * The entities.
     *
     * @return in the order they were given
     */
    public List<EntityModel> entities() {
        return entities;
    }

    /**
     * The entities as a database sees them: of each hierarchy the root, whose rows are those of all of its entities; and
     * the tables of enums.
     *
     * @return a model without those that extend another
     */
    public Model stored() {
        Stream<EntityModel> roots = entities.stream().filter(entity -> entity.root() == entity);
        Stream<EntityModel> enums = lookups.stream().filter(LookupModel::isEnum).map(LookupModel::entity);
        return new Model(Stream.concat(enums, roots).distinct().toList(), lookups);
    }

    /**
     * The tables whose rows are given by code.
     *
     * @return those of enums first
     */
    public List<LookupModel> lookups() {
        return lookups;
    }

    /**
     * The entities that are written, whose tables are Plinth's to create and drop.
     *
     * @return all but those that are {@linkplain EntityModel#readOnly() only read}
     */
    public List<EntityModel> written() {
        return entities.stream().filter(entity -> !entity.readOnly()).toList();
    }

    /**
     * Finds the model of a class.
     *
     * @param type the entity's class
     * @return its model, or empty where the class is not an entity of this model
     */
    public Optional<EntityModel> find(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }
}
