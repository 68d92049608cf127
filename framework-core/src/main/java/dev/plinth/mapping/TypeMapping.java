package dev.plinth.mapping;

import dev.plinth.mapping.Declaration.Role;
import dev.plinth.specification.Path;
import dev.plinth.specification.Property;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says in code how the properties of a class are mapped. A property is given by a method reference to its getter or
 * record accessor, or by name. A property of which nothing is said is mapped as its type tells. A name that the class
 * does not have is reported when the Plinth is built.
 *
 * @param <T> the class
 * @param <S> the kind of mapping
 */
public abstract sealed class TypeMapping<T, S extends TypeMapping<T, S>>
        permits GraphMapping, EmbeddableMapping, ElementsMapping {
    private final Map<String, PropertyMapping> properties = new LinkedHashMap<>();

    TypeMapping() {}

    /**
     * Says how a property is stored.
     *
     * @param property the property
     * @param column says it
     * @return this
     */
    public S column(Property<T, ?> property, Consumer<ColumnMapping> column) {
        return column(nameOf(property), column);
    }

    /**
     * Says how a property is stored.
     *
     * @param property the property's name
     * @param column says it
     * @return this
     */
    public S column(String property, Consumer<ColumnMapping> column) {
        column.accept(at(property).column());
        return self();
    }

    /**
     * Makes the properties of an object columns of the same row; in a document, the object is a sub-document.
     *
     * @param property the property, of a class or record that needs no annotation
     * @return this
     */
    public S embedded(Property<T, ?> property) {
        return embedded(nameOf(property));
    }

    /**
     * Makes the properties of an object columns of the same row; in a document, the object is a sub-document.
     *
     * @param property the property, of a class or record that needs no annotation
     * @param embeddable says how the object's properties are mapped
     * @param <E> the object's class
     * @return this
     */
    public <E> S embedded(Property<T, E> property, Consumer<EmbeddableMapping<E>> embeddable) {
        return embed(nameOf(property), Role.EMBEDDED, embeddable);
    }

    /**
     * Makes the properties of an object columns of the same row; in a document, the object is a sub-document.
     *
     * @param property the property's name
     * @return this
     */
    public S embedded(String property) {
        return embed(property, Role.EMBEDDED, embeddable -> {});
    }

    /**
     * Makes the properties of an object columns of the same row; in a document, the object is a sub-document.
     *
     * @param property the property's name
     * @param type the object's class
     * @param embeddable says how the object's properties are mapped
     * @param <E> the object's class
     * @return this
     */
    public <E> S embedded(String property, Class<E> type, Consumer<EmbeddableMapping<E>> embeddable) {
        return embed(property, Role.EMBEDDED, embeddable);
    }

    /**
     * Leaves a property out.
     *
     * @param property the property
     * @return this
     */
    public S ignore(Property<T, ?> property) {
        return ignore(nameOf(property));
    }

    /**
     * Leaves a property out.
     *
     * @param property the property's name
     * @return this
     */
    public S ignore(String property) {
        at(property).as(Role.IGNORED);
        return self();
    }

    <E> S embed(String property, Role role, Consumer<EmbeddableMapping<E>> said) {
        EmbeddableMapping<E> embeddable = new EmbeddableMapping<>();
        said.accept(embeddable);
        at(property).as(role).nested(embeddable);
        return self();
    }

    PropertyMapping at(String property) {
        return properties.computeIfAbsent(property, PropertyMapping::new);
    }

    static String nameOf(Property<?, ?> property) {
        return Path.of(property).toString();
    }

    /** What was said, the generation going to the id. */
    Map<String, Declaration.Property> properties(Declaration.@Nullable Generation generation) {
        Map<String, Declaration.Property> result = new LinkedHashMap<>();
        properties.forEach((name, property) -> {
            boolean id = property.roles.contains(Role.ID) || property.roles.contains(Role.EMBEDDED_ID);
            result.put(name, property.declaration(id ? generation : null));
        });
        return result;
    }

    @SuppressWarnings("unchecked")
    final S self() {
        return (S) this;
    }
}
