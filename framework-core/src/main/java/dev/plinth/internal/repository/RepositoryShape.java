package dev.plinth.internal.repository;

import dev.plinth.repository.AbstractRepository;
import dev.plinth.repository.Repository;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an interface asks of its implementation.
 *
 * @param entity the entity
 * @param id the class of its id, or null where it is not said as a class
 * @param preferred its default methods that a method of {@link AbstractRepository} would hide
 */
record RepositoryShape(Class<?> entity, @Nullable Class<?> id, List<Method> preferred) {
    static RepositoryShape of(Class<?> type) {
        Type[] arguments = argumentsOf(type, Map.of());
        if (arguments == null || !(arguments[0] instanceof Class<?> entity)) {
            throw RepositoryFactory.refused(
                    type,
                    "does not say which entity it is for. Let it extend Repository<Entity, Id> with the classes in place",
                    null);
        }
        List<Method> preferred = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) || isPlinths(method)) {
                continue;
            }
            Method implemented = implementation(method);
            if (method.isDefault() && implemented != null) {
                preferred.add(method);
            } else if (!method.isDefault() && implemented == null) {
                throw RepositoryFactory.refused(
                        type,
                        "cannot be implemented: " + describe(method)
                                + " has no body. Make it a default method that calls findAll(specification) and its like",
                        null);
            }
        }
        return new RepositoryShape(entity, arguments[1] instanceof Class<?> id ? id : null, preferred);
    }

    private static boolean isPlinths(Method method) {
        return method.getDeclaringClass().isAssignableFrom(Repository.class);
    }

    private static @Nullable Method implementation(Method method) {
        try {
            return AbstractRepository.class.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static String describe(Method method) {
        return "'" + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"))
                + "'";
    }

    // follows the type arguments down from the interface to Repository<T, K>
    private static Type @Nullable [] argumentsOf(Class<?> type, Map<TypeVariable<?>, Type> arguments) {
        for (Type parent : type.getGenericInterfaces()) {
            Class<?> raw =
                    parent instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) parent;
            Map<TypeVariable<?>, Type> next = new HashMap<>();
            if (parent instanceof ParameterizedType generic) {
                for (int i = 0; i < raw.getTypeParameters().length; i++) {
                    Type argument = generic.getActualTypeArguments()[i];
                    next.put(raw.getTypeParameters()[i], arguments.getOrDefault(argument, argument));
                }
            }
            if (raw == Repository.class) {
                return new Type[] {next.get(raw.getTypeParameters()[0]), next.get(raw.getTypeParameters()[1])};
            }
            Type[] found = argumentsOf(raw, next);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
