package dev.plinth.internal.proxy;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.access.Reach;
import dev.plinth.internal.association.Reference;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Defines generated classes in the packages of an application. Beside classes of Plinth's own module they are hidden, and
 * unloaded with the Plinth that made them. In another module or class loader they are ordinary classes, which stay as long as
 * that loader: they are made once, whatever the number of Plinths.
 */
final class Definer {
    private static final AtomicLong COUNTER = new AtomicLong();
    private static final ClassValue<Map<Object, MethodHandle>> SHARED = new ClassValue<>() {
        @Override
        protected Map<Object, MethodHandle> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Definer() {}

    /**
     * Defines a class.
     *
     * @param type the class in whose package it is
     * @param suffix follows the name of that class
     * @param key tells generated classes of the same suffix apart, and refers to nothing that a Plinth owns
     * @param parameters the parameters of its constructor
     * @param code makes the class, given its name
     * @return its constructor, which returns an {@code Object}
     * @throws IllegalAccessException where the package is not open to Plinth
     */
    static MethodHandle define(
            Class<?> type, String suffix, Object key, List<Class<?>> parameters, Function<String, byte[]> code)
            throws IllegalAccessException {
        MethodHandles.Lookup lookup = Reach.into(type);
        if (lookup.hasFullPrivilegeAccess()) {
            MethodHandles.Lookup hidden = lookup.defineHiddenClass(code.apply(type.getName() + suffix), true);
            return constructor(hidden, hidden.lookupClass(), parameters);
        }
        Map<Object, MethodHandle> known = SHARED.get(type);
        Object id = List.of(suffix, key, parameters);
        // not computeIfAbsent: what defining throws is checked
        synchronized (known) {
            MethodHandle constructor = known.get(id);
            if (constructor == null) {
                checkVisible(type);
                ModuleReads.ensure(lookup, type.getPackageName() + ".PlinthReads" + COUNTER.incrementAndGet());
                byte[] bytes = code.apply(type.getName() + suffix + COUNTER.incrementAndGet());
                constructor = constructor(lookup, lookup.defineClass(bytes), parameters);
                known.put(id, constructor);
            }
            return constructor;
        }
    }

    private static MethodHandle constructor(MethodHandles.Lookup lookup, Class<?> type, List<Class<?>> parameters)
            throws IllegalAccessException {
        try {
            return lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asType(MethodType.methodType(Object.class, parameters));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the class " + type.getName() + " has this constructor", e);
        }
    }

    // a class that is generated beside others sees what these see, by their class loader
    private static void checkVisible(Class<?> type) {
        try {
            if (Class.forName(Reference.class.getName(), false, type.getClassLoader()) == Reference.class) {
                return;
            }
        } catch (ClassNotFoundException e) {
            throw invisible(type, "does not see Plinth", e);
        }
        throw invisible(type, "sees another copy of Plinth than the one that was called", null);
    }

    private static EntityMappingException invisible(Class<?> type, String what, @Nullable Throwable cause) {
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "the class loader of '" + type.getName() + "' " + what
                        + ", which a class generated beside it extends. Let that loader, or a parent of it, be the one"
                        + " that has Plinth",
                cause);
    }
}
