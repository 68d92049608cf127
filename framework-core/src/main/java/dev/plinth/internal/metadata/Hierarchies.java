package dev.plinth.internal.metadata;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which entities extend which. */
final class Hierarchies {
    private Hierarchies() {}

    /** The entity that another extends: its nearest superclass, else the nearest interface; null where there is none. */
    static @Nullable Class<?> parent(Class<?> type) {
        for (Class<?> c = type.getSuperclass(); c != null; c = c.getSuperclass()) {
            if (c.isAnnotationPresent(Entity.class)) {
                return c;
            }
        }
        List<Class<?>> interfaces = entityInterfaces(type);
        return interfaces.isEmpty() ? null : interfaces.get(0);
    }

    /** The nearest interfaces above a class that are entities: of more than one it could not be a part. */
    static List<Class<?>> entityInterfaces(Class<?> type) {
        Set<Class<?>> result = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> each : c.getInterfaces()) {
                if (each.isAnnotationPresent(Entity.class)) {
                    result.add(each);
                } else {
                    result.addAll(entityInterfaces(each));
                }
            }
        }
        return List.copyOf(result);
    }

    static Class<?> root(Class<?> type) {
        Class<?> parent = parent(type);
        return parent == null ? type : root(parent);
    }

    /** Whether an entity is, or may be, one of several. */
    static boolean isPart(Class<?> type, Set<Class<?>> all) {
        return Modifier.isAbstract(type.getModifiers())
                || parent(type) != null
                || type.isAnnotationPresent(Inheritance.class)
                || type.isAnnotationPresent(DiscriminatorColumn.class)
                || type.isAnnotationPresent(DiscriminatorValue.class)
                || all.stream().anyMatch(other -> parent(other) == type);
    }

    /**
     * The classes that were given, and those that go with them: the entities above each one, and the entities that a sealed
     * one permits.
     */
    static List<Class<?>> complete(List<Class<?>> given) {
        Set<Class<?>> listed = Set.copyOf(given);
        Set<Class<?>> found = new LinkedHashSet<>();
        List<Class<?>> result = new ArrayList<>();
        for (Class<?> type : given) {
            List<Class<?>> missing = new ArrayList<>();
            if (type.isAnnotationPresent(Entity.class)) {
                for (Class<?> above = parent(type); above != null; above = parent(above)) {
                    missing.add(0, above);
                }
                missing.add(type);
                permitted(root(type), missing);
            }
            result.add(type);
            missing.stream()
                    .filter(each -> !listed.contains(each) && found.add(each))
                    .forEach(result::add);
        }
        return result;
    }

    private static void permitted(Class<?> type, List<Class<?>> found) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        for (Class<?> each : permitted == null ? new Class<?>[0] : permitted) {
            if (each.isAnnotationPresent(Entity.class)) {
                found.add(each);
            }
            permitted(each, found);
        }
    }
}
