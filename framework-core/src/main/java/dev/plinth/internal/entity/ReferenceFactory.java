package dev.plinth.internal.entity;

import dev.plinth.internal.association.Reference;
import dev.plinth.internal.proxy.ReferenceClasses;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes references to entities of one class. The class of the references is generated with the first. Thread-safe. */
public final class ReferenceFactory {
    private final Class<?> type;
    private final Set<String> ids;
    private volatile @Nullable MethodHandle constructor;

    ReferenceFactory(Class<?> type, Set<String> ids) {
        this.type = type;
        this.ids = ids;
    }

    /**
     * Makes a reference. Its fields have the values that the class's constructor gives them.
     *
     * @return an object of a subclass of the entity
     */
    public Reference create() {
        MethodHandle known = constructor;
        if (known == null) {
            known = generate();
        }
        try {
            return (Reference) (Object) known.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e);
        }
    }

    private synchronized MethodHandle generate() {
        MethodHandle known = constructor;
        if (known == null) {
            known = ReferenceClasses.generate(type, ids);
            constructor = known;
        }
        return known;
    }
}
