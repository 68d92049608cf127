package dev.plinth.internal.metadata;

import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A class and the mapped superclasses whose properties are its own. */
final class Lineage {
    private Lineage() {}

    /** The class and its mapped superclasses, up to the next superclass that is an entity; the topmost first. */
    static List<Class<?>> of(Class<?> type) {
        List<Class<?>> result = new ArrayList<>();
        result.add(type);
        for (Class<?> c = type.getSuperclass();
                c != null && !c.isAnnotationPresent(Entity.class);
                c = c.getSuperclass()) {
            if (c.isAnnotationPresent(MappedSuperclass.class)) {
                result.add(c);
            }
        }
        Collections.reverse(result);
        return result;
    }

    /** The mapped superclasses of a class. */
    static List<Class<?>> above(Class<?> type) {
        List<Class<?>> all = of(type);
        return all.subList(0, all.size() - 1);
    }

    /** What the class says, or else the nearest of its mapped superclasses. */
    static <A extends Annotation> @Nullable A find(Class<?> type, Class<A> annotation) {
        List<Class<?>> all = of(type);
        for (int i = all.size() - 1; i >= 0; i--) {
            A found = all.get(i).getAnnotation(annotation);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * The class of a field's values. Where a superclass leaves it open by a type variable, it is what the classes below
     * say.
     */
    static Class<?> type(Field field, Class<?> of) {
        Type type = resolve(field.getGenericType(), field, of);
        if (type instanceof ParameterizedType parameterized) {
            type = parameterized.getRawType();
        }
        return type instanceof Class<?> c ? c : field.getType();
    }

    /** A type that stands in the declaration of a field, or what the classes below say for a type variable. */
    static Type resolve(Type said, Field field, Class<?> of) {
        Map<Type, Type> known = new HashMap<>();
        for (Class<?> c = of; c != null && c != field.getDeclaringClass(); c = c.getSuperclass()) {
            if (c.getGenericSuperclass() instanceof ParameterizedType parent) {
                TypeVariable<?>[] variables =
                        Objects.requireNonNull(c.getSuperclass()).getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    known.put(variables[i], parent.getActualTypeArguments()[i]);
                }
            }
        }
        Type type = said;
        while (known.get(type) != null) {
            type = known.get(type);
        }
        return type;
    }
}
