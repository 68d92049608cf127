package dev.plinth.internal.access;

import dev.plinth.error.EntityMappingException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.ExceptionMethod;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * Generates accessors. Each is a hidden class and a nest mate of the class whose fields it moves: it reaches private fields
 * without reflection and is unloaded with the Plinth that made it. Classes of another module or class loader cannot have
 * nest mates: their fields are moved by method handles.
 */
public final class Accessors {
    private Accessors() {}

    /**
     * Generates an accessor.
     *
     * @param type the class or record
     * @param slots its fields, those of superclasses included; for a record, components without a slot are created as
     *     null, zero or false
     * @return the accessor
     * @throws EntityMappingException where the class's package is not open to Plinth
     */
    public static Accessor generate(Class<?> type, List<Slot> slots) {
        // a nest mate sees the private fields of its own nest only: each superclass needs one of its own
        Map<Class<?>, List<Slot>> byClass = new LinkedHashMap<>();
        slots.forEach(slot -> byClass.computeIfAbsent(slot.field().getDeclaringClass(), c -> new ArrayList<>())
                .add(slot));
        List<Slot> own = byClass.remove(type);
        Accessor accessor = define(type, own == null ? List.of() : own);
        if (byClass.isEmpty()) {
            return accessor;
        }
        List<Accessor> inherited = new ArrayList<>();
        byClass.forEach((declaring, fields) -> inherited.add(define(declaring, fields)));
        return new InheritingAccessor(accessor, own != null, inherited);
    }

    private static Accessor define(Class<?> type, List<Slot> slots) {
        try {
            MethodHandles.Lookup lookup = Reach.into(type);
            return lookup.hasFullPrivilegeAccess()
                    ? nestMate(lookup, type, slots)
                    : HandleAccessor.of(lookup, type, slots);
        } catch (IllegalAccessException e) {
            throw Reach.closed(type, e);
        } catch (InstantiationException | InvocationTargetException | NoSuchMethodException e) {
            throw new IllegalStateException("the accessor of " + type.getName() + " has its constructor", e);
        }
    }

    private static Accessor nestMate(MethodHandles.Lookup lookup, Class<?> type, List<Slot> slots)
            throws IllegalAccessException, InstantiationException, InvocationTargetException, NoSuchMethodException {
        return (Accessor) lookup.defineHiddenClass(code(type, slots), true, MethodHandles.Lookup.ClassOption.NESTMATE)
                .lookupClass()
                .getDeclaredConstructor()
                .newInstance();
    }

    private static byte[] code(Class<?> type, List<Slot> slots) {
        return new ByteBuddy(ClassFileVersion.JAVA_V17)
                .with(TypeValidation.DISABLED)
                .subclass(Object.class, ConstructorStrategy.Default.DEFAULT_CONSTRUCTOR)
                .name(type.getName() + "$PlinthAccessor")
                .implement(Accessor.class)
                .method(ElementMatchers.named("read"))
                .intercept(new Implementation.Simple(AccessorCode.read(type, slots)))
                .method(ElementMatchers.named("write"))
                .intercept(new Implementation.Simple(AccessorCode.write(type, type.isRecord() ? List.of() : slots)))
                .method(ElementMatchers.named("create"))
                .intercept(
                        Modifier.isAbstract(type.getModifiers())
                                ? ExceptionMethod.throwing(UnsupportedOperationException.class)
                                : new Implementation.Simple(AccessorCode.create(type, slots)))
                .make()
                .getBytes();
    }

    /**
     * Reads one field, for use off the hot path.
     *
     * @param field the field of a class whose package is open to Plinth
     * @param target the object
     * @return the value
     */
    public static @Nullable Object read(Field field, Object target) {
        try {
            field.setAccessible(true);
            return field.get(target);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the field " + field + " was made accessible", e);
        }
    }
}
