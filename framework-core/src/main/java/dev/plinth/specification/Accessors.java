package dev.plinth.specification;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds out which property a method reference means. */
final class Accessors {
    private Accessors() {}

    static String nameOf(Serializable accessor) {
        return Cache.NAMES.get(accessor.getClass()).name(accessor);
    }

    /** The name of one call site: each has a class of its own, and the cached name refers to nothing. */
    private static final class Cache {
        private static final ClassValue<Cache> NAMES = new ClassValue<>() {
            @Override
            protected Cache computeValue(Class<?> type) {
                return new Cache();
            }
        };

        private volatile @Nullable String name;

        private String name(Serializable accessor) {
            String known = name;
            if (known == null) {
                known = resolve(accessor);
                name = known;
            }
            return known;
        }
    }

    private static String resolve(Serializable accessor) {
        SerializedLambda lambda = serialized(accessor);
        String method = lambda.getImplMethodName();
        String typeName = lambda.getImplClass().replace('/', '.');
        if (method.startsWith("lambda$")) {
            throw refused("a lambda expression in " + typeName, null);
        }
        try {
            Class<?> type = Class.forName(typeName, false, accessor.getClass().getClassLoader());
            return propertyOf(type, method);
        } catch (ClassNotFoundException e) {
            throw refused("the method reference " + typeName + "::" + method, e);
        }
    }

    private static SerializedLambda serialized(Serializable accessor) {
        try {
            Method replace = accessor.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            if (replace.invoke(accessor) instanceof SerializedLambda lambda) {
                return lambda;
            }
        } catch (ReflectiveOperationException | java.lang.reflect.InaccessibleObjectException e) {
            throw refused("an object of " + accessor.getClass().getName(), e);
        }
        throw refused("an object of " + accessor.getClass().getName(), null);
    }

    private static SpecificationException refused(String what, @Nullable Throwable cause) {
        return new SpecificationException(
                ErrorCode.PROPERTY_REFERENCE,
                what + " does not tell which property it reads. Give a method reference to a getter or record accessor"
                        + " such as Customer::getName, or the property's name",
                cause);
    }

    /** getName, isName and name all mean the property name; a field or component of exactly that name wins. */
    static String propertyOf(Class<?> type, String method) {
        if (type.isRecord() || field(type, method) != null) {
            return method;
        }
        for (String prefix : new String[] {"get", "is"}) {
            if (method.length() > prefix.length() && method.startsWith(prefix)) {
                String name = method.substring(prefix.length());
                String property = decapitalized(type, name);
                if (Character.isUpperCase(name.charAt(0)) || field(type, property) != null) {
                    return property;
                }
            }
        }
        return method;
    }

    // getURL may belong to a field URL, url or uRL
    private static String decapitalized(Class<?> type, String name) {
        String first = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        if (field(type, first) == null) {
            if (field(type, name) != null) {
                return name;
            }
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (field(type, lower) != null) {
                return lower;
            }
            String is = "is" + name;
            if (field(type, is) != null) {
                return is;
            }
        }
        return first;
    }

    static @Nullable Field field(Class<?> type, String name) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
                    return field;
                }
            }
        }
        return null;
    }
}
