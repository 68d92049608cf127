package dev.plinth.association;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnloadedAssociationException;
import org.jspecify.annotations.Nullable;

/** A reference that the application made of an id. */
final class IdRef<T> implements Ref<T> {
    private final Class<? extends T> type;
    private final Object id;

    IdRef(Class<? extends T> type, Object id) {
        this.type = type;
        this.id = id;
    }

    @Override
    public T get() {
        throw new UnloadedAssociationException(
                ErrorCode.NOT_LOADED,
                "the reference to '" + type.getSimpleName() + " " + id
                        + "' was made of an id and belongs to no unit of work. Find the entity by its id",
                null);
    }

    @Override
    public Object id() {
        return id;
    }

    @Override
    public Class<? extends T> type() {
        return type;
    }

    @Override
    public boolean isLoaded() {
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ref<?> that
                && !(other instanceof ObjectRef<?>)
                && type == that.type()
                && id.equals(that.id());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " " + id + " (not loaded)";
    }
}
