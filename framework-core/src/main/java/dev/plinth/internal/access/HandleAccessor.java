package dev.plinth.internal.access;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves the fields of a class by method handles, for classes that cannot have a nest mate. */
final class HandleAccessor implements Accessor {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final MethodHandle[] getters;
    private final MethodHandle[] setters;
    private final int[] positions;
    private final @Nullable MethodHandle constructor;
    // what a component without a slot is created as; where the others come from is in the second array
    private final @Nullable Object[] defaults;
    private final int[] sources;

    private HandleAccessor(
            MethodHandle[] getters,
            MethodHandle[] setters,
            int[] positions,
            @Nullable MethodHandle constructor,
            @Nullable Object[] defaults,
            int[] sources) {
        this.getters = getters;
        this.setters = setters;
        this.positions = positions;
        this.constructor = constructor;
        this.defaults = defaults;
        this.sources = sources;
    }

    static Accessor of(MethodHandles.Lookup lookup, Class<?> type, List<Slot> slots)
            throws IllegalAccessException, NoSuchMethodException {
        MethodHandle[] getters = new MethodHandle[slots.size()];
        MethodHandle[] setters = new MethodHandle[type.isRecord() ? 0 : slots.size()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = lookup.unreflectGetter(slots.get(i).field()).asType(GETTER);
        }
        for (int i = 0; i < setters.length; i++) {
            setters[i] = boxed(lookup.unreflectSetter(slots.get(i).field())).asType(SETTER);
        }
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return new HandleAccessor(
                getters,
                setters,
                slots.stream().mapToInt(Slot::position).toArray(),
                Modifier.isAbstract(type.getModifiers())
                        ? null
                        : constructor(lookup, type.getDeclaredConstructor(parameters)),
                Arrays.stream(parameters).map(HandleAccessor::defaultOf).toArray(),
                Arrays.stream(components)
                        .mapToInt(component -> source(component, slots))
                        .toArray());
    }

    private static MethodHandle constructor(MethodHandles.Lookup lookup, Constructor<?> constructor)
            throws IllegalAccessException {
        int parameters = constructor.getParameterCount();
        return boxed(lookup.unreflectConstructor(constructor))
                .asType(MethodType.genericMethodType(parameters))
                .asSpreader(Object[].class, parameters);
    }

    // a value of another primitive type is an error, and not converted
    private static MethodHandle boxed(MethodHandle handle) {
        return handle.asType(handle.type().wrap());
    }

    private static @Nullable Object defaultOf(Class<?> type) {
        return Array.get(Array.newInstance(type, 1), 0);
    }

    private static int source(RecordComponent component, List<Slot> slots) {
        return slots.stream()
                .filter(slot -> slot.field().getName().equals(component.getName()))
                .mapToInt(Slot::position)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public void read(Object target, @Nullable Object[] slots) {
        try {
            for (int i = 0; i < getters.length; i++) {
                slots[positions[i]] = (Object) getters[i].invokeExact(target);
            }
        } catch (Throwable e) {
            throw HandleAccessor.<RuntimeException>asIs(e);
        }
    }

    @Override
    public void write(Object target, @Nullable Object[] slots) {
        try {
            for (int i = 0; i < setters.length; i++) {
                setters[i].invokeExact(target, slots[positions[i]]);
            }
        } catch (Throwable e) {
            throw HandleAccessor.<RuntimeException>asIs(e);
        }
    }

    @Override
    public Object create(@Nullable Object[] slots) {
        if (constructor == null) {
            throw new UnsupportedOperationException();
        }
        @Nullable Object[] arguments = defaults.clone();
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] >= 0) {
                arguments[i] = slots[sources[i]];
            }
        }
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (Throwable e) {
            throw HandleAccessor.<RuntimeException>asIs(e);
        }
    }

    // generated code lets through what a constructor throws, checked or not
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
