package dev.plinth.internal.metadata;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.mapping.Lookup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The rows of a class that is {@link Lookup}, as its static method gives them. */
record LookupRows(Class<?> type, Method method) implements Supplier<Collection<?>> {
    /** Finds the method; where there is none, that is reported, and there are no rows. */
    static Supplier<? extends Collection<?>> of(Class<?> type, Problems problems) {
        Lookup lookup = Objects.requireNonNull(type.getAnnotation(Lookup.class));
        if (!lookup.table().isEmpty() || !lookup.schema().isEmpty()) {
            problems.add(type, "", "@Lookup names a table, but the class is an entity", "Name it with @Table");
        }
        try {
            Method method = type.getDeclaredMethod(lookup.rows());
            if (Modifier.isStatic(method.getModifiers()) && Collection.class.isAssignableFrom(method.getReturnType())) {
                return new LookupRows(type, method);
            }
        } catch (NoSuchMethodException e) {
            // reported below
        }
        problems.add(
                type,
                "",
                "it is @Lookup and has no static method '" + lookup.rows()
                        + "()' that returns a Collection of its rows",
                "Add the method, or name another one: @Lookup(rows = ...)");
        return List::of;
    }

    @Override
    public Collection<?> get() {
        try {
            method.setAccessible(true);
            Object rows = method.invoke(null);
            if (rows != null) {
                return (Collection<?>) rows;
            }
            throw failed("returned null", null);
        } catch (InvocationTargetException e) {
            throw failed("failed, see the cause", e.getCause());
        } catch (IllegalAccessException e) {
            throw failed("cannot be called", e);
        }
    }

    private EntityMappingException failed(String what, Throwable cause) {
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "the rows of the @Lookup '" + type.getSimpleName() + "' are unknown: its static method '"
                        + method.getName() + "()' " + what,
                cause);
    }
}
