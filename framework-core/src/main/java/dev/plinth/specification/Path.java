package dev.plinth.specification;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way from an entity to one of its properties: names of properties, from the outside in. The empty path is the
 * object itself. Two paths are equal where their names are. Immutable.
 */
public final class Path {
    private final List<Step> steps;

    private record Step(String name, @Nullable Serializable accessor) {}

    private Path(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * A path by name, as it is said in dynamic code.
     *
     * @param path names joined by dots, for example {@code address.city}; empty for the object itself
     * @return the path
     */
    public static Path of(String path) {
        Arguments.required(path, "path", "give the property's name");
        return new Path(
                path.isEmpty()
                        ? List.of()
                        : Arrays.stream(path.split("\\.", -1))
                                .map(name -> new Step(name, null))
                                .toList());
    }

    /**
     * The path of one step to a property.
     *
     * @param property a method reference to a getter or record accessor
     * @return the path
     * @throws SpecificationException where the property is null or something else than a method reference
     */
    public static Path of(Property<?, ?> property) {
        return of(new @Nullable Serializable[] {property});
    }

    /**
     * The path of one step to a property that holds many elements.
     *
     * @param property a method reference to a getter or record accessor
     * @return the path
     * @throws SpecificationException where the property is null or something else than a method reference
     */
    public static Path ofMany(ManyProperty<?, ?> property) {
        return of(new @Nullable Serializable[] {property});
    }

    /**
     * A path by method references.
     *
     * @param accessors one {@link Property} or {@link ManyProperty} per step
     * @return the path
     */
    static Path of(@Nullable Serializable... accessors) {
        List<Step> steps = new ArrayList<>(accessors.length);
        for (Serializable accessor : accessors) {
            Arguments.required(accessor, "property", "give a method reference such as Customer::getName");
            steps.add(new Step(Accessors.nameOf(accessor), accessor));
        }
        return new Path(List.copyOf(steps));
    }

    /**
     * The names of this path.
     *
     * @return from the outside in
     */
    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    /**
     * Whether this is the path to the object itself.
     *
     * @return true for the empty path
     */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * Reads the value at this path out of an object.
     *
     * @param root the object
     * @return the value; null where the path leads through a null
     * @throws SpecificationException where a class on the way has no property of that name
     */
    @Nullable
    Object read(@Nullable Object root) {
        Object value = root;
        for (Step step : steps) {
            if (value == null) {
                return null;
            }
            value = read(step, value);
        }
        return value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private @Nullable Object read(Step step, Object owner) {
        if (step.accessor instanceof Property property) {
            return property.get(owner);
        } else if (step.accessor instanceof ManyProperty many) {
            return many.get(owner);
        }
        Field field = Accessors.field(owner.getClass(), step.name);
        if (field == null) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_UNKNOWN,
                    "'" + owner.getClass().getName() + "' has no property '" + step.name + "' (in the path '" + this
                            + "'). Check the spelling",
                    null);
        }
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException | java.lang.reflect.InaccessibleObjectException e) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_REFERENCE,
                    "the field '" + step.name + "' of '" + owner.getClass().getName()
                            + "' cannot be read by name. Open its package to Plinth, or use a method reference",
                    e);
        }
    }

    /**
     * Reads the elements at this path.
     *
     * @param root the object
     * @return the elements, none where the collection is null
     */
    Collection<?> readMany(Object root) {
        Object value = read(root);
        if (value == null) {
            return List.of();
        } else if (value instanceof Collection<?> collection) {
            return collection;
        }
        throw new SpecificationException(
                ErrorCode.PROPERTY_TYPE,
                "the property '" + this + "' is not a collection. Compare its value instead",
                null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Path that && names().equals(that.names());
    }

    @Override
    public int hashCode() {
        return names().hashCode();
    }

    @Override
    public String toString() {
        return steps.isEmpty() ? "element" : steps.stream().map(Step::name).collect(Collectors.joining("."));
    }
}
