package dev.plinth.internal.association;

import dev.plinth.association.Ref;
import dev.plinth.model.EntityKey;
import org.jspecify.annotations.Nullable;

/** A reference that was read from the database. */
public final class LazyRef implements Ref<Object> {
    private final EntityKey key;
    private final Object id;
    private final Class<?> type;
    private @Nullable Unloaded unloaded;
    private @Nullable Object entity;

    /**
     * Creates a reference that is not loaded.
     *
     * @param unloaded what is known of the entity
     */
    public LazyRef(Unloaded unloaded) {
        this.key = unloaded.key();
        this.id = unloaded.id();
        this.type = unloaded.type();
        this.unloaded = unloaded;
    }

    /**
     * Creates a reference that is loaded.
     *
     * @param key the key of the entity
     * @param id its id
     * @param entity the entity
     */
    public LazyRef(EntityKey key, Object id, Object entity) {
        this.key = key;
        this.id = id;
        this.type = References.typeOf(entity);
        this.entity = entity;
    }

    /**
     * The key of the entity that is referred to.
     *
     * @return its key
     */
    public EntityKey key() {
        return key;
    }

    /**
     * What is known of the entity while it is not loaded.
     *
     * @return what is known, or null once it is loaded
     */
    public @Nullable Unloaded unloaded() {
        return unloaded;
    }

    /**
     * Lets another unit of work load the entity.
     *
     * @param other what is known of it
     */
    public void adopt(Unloaded other) {
        unloaded = other;
        entity = null;
    }

    /**
     * Sets the entity, which then is loaded.
     *
     * @param loaded the entity
     */
    public void fill(Object loaded) {
        entity = loaded;
        unloaded = null;
    }

    @Override
    public Object get() {
        Unloaded known = unloaded;
        if (known != null) {
            fill(known.source().load(known));
        }
        Object loaded = java.util.Objects.requireNonNull(entity, "an entity");
        References.fill(loaded);
        return loaded;
    }

    @Override
    public Object id() {
        return id;
    }

    @Override
    public Class<?> type() {
        Object loaded = entity;
        return loaded == null ? type : References.typeOf(loaded);
    }

    @Override
    public boolean isLoaded() {
        Object loaded = entity;
        return loaded != null && !References.isUnloaded(loaded);
    }

    /**
     * The entity without loading it.
     *
     * @return the entity, or null where it is not loaded
     */
    public @Nullable Object entity() {
        return entity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LazyRef that
                ? key.equals(that.key)
                : other instanceof Ref<?> ref && !ref.isLoaded() && type == ref.type() && id.equals(ref.id());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return isLoaded() ? "Ref to " + entity : type.getSimpleName() + " " + id + " (not loaded)";
    }
}
