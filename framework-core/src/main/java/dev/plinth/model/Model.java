package dev.plinth.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All entities of a Plinth. Immutable. */
public final class Model {
    private final List<EntityModel> entities;
    private final Map<Class<?>, EntityModel> byType;

    /**
     * Creates a model.
     *
     * @param entities the entities, each class once
     */
    public Model(List<EntityModel> entities) {
        this.entities = List.copyOf(entities);
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
     * The entities as a database sees them: of each hierarchy the root, whose rows are those of all of its entities.
     *
     * @return a model without those that extend another
     */
    public Model stored() {
        return new Model(
                entities.stream().filter(entity -> entity.root() == entity).toList());
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
