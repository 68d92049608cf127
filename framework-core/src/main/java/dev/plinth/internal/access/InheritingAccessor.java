package dev.plinth.internal.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accessor of a class together with those of its superclasses. */
final class InheritingAccessor implements Accessor {
    private final Accessor own;
    private final Accessor[] moving;

    /**
     * Puts accessors together.
     *
     * @param own makes the objects
     * @param hasFields whether the class itself has fields to move
     * @param inherited move those of superclasses
     */
    InheritingAccessor(Accessor own, boolean hasFields, List<Accessor> inherited) {
        this.own = own;
        this.moving = new Accessor[inherited.size() + (hasFields ? 1 : 0)];
        inherited.toArray(moving);
        if (hasFields) {
            moving[moving.length - 1] = own;
        }
    }

    @Override
    public void read(Object target, @Nullable Object[] slots) {
        for (Accessor accessor : moving) {
            accessor.read(target, slots);
        }
    }

    @Override
    public void write(Object target, @Nullable Object[] slots) {
        for (Accessor accessor : moving) {
            accessor.write(target, slots);
        }
    }

    @Override
    public Object create(@Nullable Object[] slots) {
        return own.create(slots);
    }
}
