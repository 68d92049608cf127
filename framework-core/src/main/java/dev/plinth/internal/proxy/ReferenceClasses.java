package dev.plinth.internal.proxy;

import dev.plinth.error.EntityMappingException;
import dev.plinth.internal.access.Reach;
import dev.plinth.internal.association.Reference;
import dev.plinth.internal.association.References;
import dev.plinth.internal.association.Unloaded;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.modifier.FieldPersistence;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.FieldAccessor;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Generates, for an entity, the subclass whose objects stand for entities that are not loaded. Every method that it can
 * override fills the object first and then does what the entity's own class does; getters of the id do not, because the id
 * is there from the start.
 */
public final class ReferenceClasses {
    private static final String STATE = "plinthUnloaded";

    private ReferenceClasses() {}

    /**
     * Generates the subclass of an entity.
     *
     * @param type the entity's class, which can be extended
     * @param ids the names of the properties that the id is in
     * @return makes an object by the class's no-argument constructor: takes nothing and returns an {@code Object}
     * @throws EntityMappingException where the class's package is not open to Plinth
     */
    public static MethodHandle generate(Class<?> type, Set<String> ids) {
        try {
            return Definer.define(type, "$PlinthReference", Set.copyOf(ids), List.of(), name -> code(type, ids, name));
        } catch (IllegalAccessException e) {
            throw Reach.closed(type, e);
        }
    }

    private static byte[] code(Class<?> type, Set<String> ids, String name) {
        return new ByteBuddy(ClassFileVersion.JAVA_V17)
                .subclass(type, ConstructorStrategy.Default.IMITATE_SUPER_CLASS_OPENING)
                .name(name)
                .implement(Reference.class)
                .defineField(STATE, Unloaded.class, Visibility.PRIVATE, FieldPersistence.TRANSIENT)
                .method(ElementMatchers.named(STATE).and(ElementMatchers.isDeclaredBy(Reference.class)))
                .intercept(FieldAccessor.ofField(STATE))
                .method(filling(type, ids))
                .intercept(MethodCall.invoke(method(References.class, "fill", Object.class))
                        .withThis()
                        .andThen(SuperMethodCall.INSTANCE))
                .method(ElementMatchers.isToString())
                .intercept(MethodCall.invoke(method(References.class, "text", Reference.class))
                        .withThis())
                .method(ElementMatchers.named("plinthText").and(ElementMatchers.isDeclaredBy(Reference.class)))
                .intercept(MethodCall.invoke(text(type)).onSuper())
                .make()
                .getBytes();
    }

    private static ElementMatcher<MethodDescription> filling(Class<?> type, Set<String> ids) {
        return method -> method.isVirtual()
                && !method.isFinal()
                && !method.isAbstract()
                && !method.isSynthetic()
                && !method.getDeclaringType().represents(Object.class)
                && !method.getDeclaringType().isInterface()
                && method.isVisibleTo(net.bytebuddy.description.type.TypeDescription.ForLoadedType.of(type))
                && !isToString(method)
                && !isFinalizer(method)
                && !isGetterOf(ids, method);
    }

    private static boolean isToString(MethodDescription method) {
        return ElementMatchers.isToString().matches(method);
    }

    private static boolean isFinalizer(MethodDescription method) {
        return ElementMatchers.isFinalizer().matches(method);
    }

    private static boolean isGetterOf(Set<String> ids, MethodDescription method) {
        if (!method.getParameters().isEmpty()) {
            return false;
        }
        String name = method.getName();
        return ids.stream().anyMatch(id -> {
            String capitalized = Character.toUpperCase(id.charAt(0)) + id.substring(1);
            return name.equals(id) || name.equals("get" + capitalized) || name.equals("is" + capitalized);
        });
    }

    // the nearest class that says how its objects are shown
    private static Method text(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            try {
                Method text = c.getDeclaredMethod("toString");
                if (!Modifier.isAbstract(text.getModifiers())) {
                    return text;
                }
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        throw new IllegalStateException("every object has a text");
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the method " + name + " is there", e);
        }
    }
}
