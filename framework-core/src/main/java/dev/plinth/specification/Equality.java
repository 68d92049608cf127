package dev.plinth.specification;

import dev.plinth.model.ValueType;
import dev.plinth.model.Values;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When two values of a property are the same: as their columns would be. */
final class Equality {
    private static final ClassValue<List<Field>> PARTS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return isEmbeddable(type) ? parts(type) : List.of();
        }
    };

    private Equality() {}

    static boolean same(Object a, Object b) {
        List<Field> parts = a.getClass() == b.getClass() ? PARTS.get(a.getClass()) : List.of();
        if (parts.isEmpty()) {
            return Values.same(a, b);
        }
        for (Field part : parts) {
            Object x = read(part, a);
            Object y = read(part, b);
            if (x == null || y == null ? x != y : !same(x, y)) {
                return false;
            }
        }
        return true;
    }

    // without a model, an embeddable shows in that it is a record, or has no equality of its own
    private static boolean isEmbeddable(Class<?> type) {
        if (ValueType.of(type).isPresent() || type.isEnum()) {
            return false;
        }
        return type.isRecord() || !hasEquals(type);
    }

    private static boolean hasEquals(Class<?> type) {
        try {
            return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Field> parts(Class<?> type) {
        List<Field> parts = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (isPersistent(field)) {
                    if (!isReadable(field)) {
                        return List.of();
                    }
                    parts.add(field);
                }
            }
        }
        return parts;
    }

    private static boolean isPersistent(Field field) {
        int modifiers = field.getModifiers();
        return !Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers) && !field.isSynthetic();
    }

    private static boolean isReadable(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException e) {
            return false;
        }
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
