package dev.plinth.association;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import org.jspecify.annotations.Nullable;

/** A reference that the application made of an object. */
final class ObjectRef<T> implements Ref<T> {
    private final T entity;

    ObjectRef(T entity) {
        this.entity = entity;
    }

    @Override
    public T get() {
        return entity;
    }

    @Override
    public Object id() {
        throw new SpecificationException(
                ErrorCode.ARGUMENT_INVALID,
                "this reference was made of an object of " + type().getName()
                        + ", which may have no id yet. Ask the object for its id",
                null);
    }

    @Override
    @SuppressWarnings("unchecked") // the class of a T
    public Class<? extends T> type() {
        return (Class<? extends T>) entity.getClass();
    }

    @Override
    public boolean isLoaded() {
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectRef<?> that && entity == that.entity;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(entity);
    }

    @Override
    public String toString() {
        return "Ref to an object of " + type().getSimpleName();
    }
}
