package dev.plinth.mapping;

import dev.plinth.mapping.Declaration.Role;
import dev.plinth.specification.Property;
import java.util.function.Consumer;

/**
 * Says in code how the properties of an entity refer to other entities.
 *
 * @param <T> the entity
 * @param <S> the kind of mapping
 */
public abstract sealed class GraphMapping<T, S extends GraphMapping<T, S>> extends TypeMapping<T, S>
        permits EntityMapping {
    GraphMapping() {}

    /**
     * Makes a property a reference to another entity, to which others may refer, too.
     *
     * @param property the property, of an entity's class or a {@code Ref}
     * @return this
     */
    public S manyToOne(Property<T, ?> property) {
        return associate(nameOf(property), Role.MANY_TO_ONE, association -> {});
    }

    /**
     * Makes a property a reference to another entity, to which others may refer, too.
     *
     * @param property the property, of an entity's class or a {@code Ref}
     * @param association says how
     * @return this
     */
    public S manyToOne(Property<T, ?> property, Consumer<AssociationMapping> association) {
        return associate(nameOf(property), Role.MANY_TO_ONE, association);
    }

    /**
     * Makes a property a reference to another entity, to which others may refer, too.
     *
     * @param property its name
     * @param association says how
     * @return this
     */
    public S manyToOne(String property, Consumer<AssociationMapping> association) {
        return associate(property, Role.MANY_TO_ONE, association);
    }

    /**
     * Makes a property a reference to another entity, to which none else refers.
     *
     * @param property the property, of an entity's class or a {@code Ref}
     * @return this
     */
    public S oneToOne(Property<T, ?> property) {
        return associate(nameOf(property), Role.ONE_TO_ONE, association -> {});
    }

    /**
     * Makes a property a reference to another entity, to which none else refers.
     *
     * @param property the property, of an entity's class or a {@code Ref}
     * @param association says how
     * @return this
     */
    public S oneToOne(Property<T, ?> property, Consumer<AssociationMapping> association) {
        return associate(nameOf(property), Role.ONE_TO_ONE, association);
    }

    /**
     * Makes a property a reference to another entity, to which none else refers.
     *
     * @param property its name
     * @param association says how
     * @return this
     */
    public S oneToOne(String property, Consumer<AssociationMapping> association) {
        return associate(property, Role.ONE_TO_ONE, association);
    }

    /**
     * Makes a property a collection of entities that belong to this one alone.
     *
     * @param property the property, a List, Set, Collection or Map of entities
     * @return this
     */
    public S oneToMany(Property<T, ?> property) {
        return associate(nameOf(property), Role.ONE_TO_MANY, association -> {});
    }

    /**
     * Makes a property a collection of entities that belong to this one alone.
     *
     * @param property the property, a List, Set, Collection or Map of entities
     * @param association says how
     * @return this
     */
    public S oneToMany(Property<T, ?> property, Consumer<AssociationMapping> association) {
        return associate(nameOf(property), Role.ONE_TO_MANY, association);
    }

    /**
     * Makes a property a collection of entities that belong to this one alone.
     *
     * @param property its name
     * @param association says how
     * @return this
     */
    public S oneToMany(String property, Consumer<AssociationMapping> association) {
        return associate(property, Role.ONE_TO_MANY, association);
    }

    /**
     * Makes a property a collection of entities that may belong to others, too.
     *
     * @param property the property, a List, Set, Collection or Map of entities
     * @return this
     */
    public S manyToMany(Property<T, ?> property) {
        return associate(nameOf(property), Role.MANY_TO_MANY, association -> {});
    }

    /**
     * Makes a property a collection of entities that may belong to others, too.
     *
     * @param property the property, a List, Set, Collection or Map of entities
     * @param association says how
     * @return this
     */
    public S manyToMany(Property<T, ?> property, Consumer<AssociationMapping> association) {
        return associate(nameOf(property), Role.MANY_TO_MANY, association);
    }

    /**
     * Makes a property a collection of entities that may belong to others, too.
     *
     * @param property its name
     * @param association says how
     * @return this
     */
    public S manyToMany(String property, Consumer<AssociationMapping> association) {
        return associate(property, Role.MANY_TO_MANY, association);
    }

    private S associate(String property, Role role, Consumer<AssociationMapping> said) {
        said.accept(at(property).as(role).association());
        return self();
    }
}
