package dev.plinth.internal.tracking;

import dev.plinth.model.EntityKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object per row. Objects are told apart by {@code ==}: neither {@code equals} nor {@code hashCode} of an entity is
 * ever called. For one thread.
 */
public final class IdentityMap {
    private final Map<EntityKey, Tracked> byKey = new HashMap<>();
    private final Map<Object, Tracked> byObject = new IdentityHashMap<>();
    private final List<Tracked> inOrder = new ArrayList<>();
    private final Set<Tracked> dismissed = new HashSet<>();
    private int gone;

    /**
     * Finds an object by its key.
     *
     * @param key the key
     * @return what is known of it, or null
     */
    public @Nullable Tracked find(EntityKey key) {
        return byKey.get(key);
    }

    /**
     * Finds what is known of an object, or of a record that was replaced.
     *
     * @param entity the object
     * @return what is known of it, or null
     */
    public @Nullable Tracked findObject(Object entity) {
        Tracked tracked = byObject.get(entity);
        return tracked == null || tracked.isGone() ? null : tracked;
    }

    /**
     * Adds an object. One that is to be removed gives its place up.
     *
     * @param tracked what is known of it
     */
    public void add(Tracked tracked) {
        inOrder.add(tracked);
        byObject.put(tracked.entity(), tracked);
        addKey(tracked);
    }

    /**
     * Makes an object known by a key that it did not have before.
     *
     * @param tracked what is known of it
     */
    public void addKey(Tracked tracked) {
        EntityKey key = tracked.key();
        if (key != null) {
            byKey.put(key, tracked);
        }
    }

    /**
     * Puts another instance in the place of an object, which stays known.
     *
     * @param tracked what is known of it
     * @param entity the new instance
     */
    public void replace(Tracked tracked, Object entity) {
        if (tracked.entity() != entity) {
            tracked.replace(entity);
            byObject.put(entity, tracked);
        }
    }

    /**
     * Makes a record known that stands for an object which is another copy of it.
     *
     * @param tracked what is known of the object
     * @param former the record
     */
    public void alias(Tracked tracked, Object former) {
        byObject.put(former, tracked);
    }

    /**
     * Forgets an object.
     *
     * @param tracked what is known of it
     */
    public void remove(Tracked tracked) {
        tracked.forget();
        EntityKey key = tracked.key();
        if (key != null) {
            byKey.remove(key, tracked);
        }
        byObject.remove(tracked.entity());
        gone++;
        if (gone > 64 && gone > inOrder.size() / 2) {
            inOrder.removeIf(Tracked::isGone);
            gone = 0;
        }
    }

    /**
     * Forgets a new object that is not to be written. Collections may hold it still.
     *
     * @param tracked what is known of it
     */
    public void dismiss(Tracked tracked) {
        Object entity = tracked.entity();
        remove(tracked);
        byObject.put(entity, tracked);
        dismissed.add(tracked);
    }

    /**
     * Whether an object is new and not to be written.
     *
     * @param entity the object
     * @return true where it was dismissed
     */
    public boolean isDismissed(Object entity) {
        return !dismissed.isEmpty() && dismissed.contains(byObject.get(entity));
    }

    /** Lets objects that were dismissed be new again: no collection holds them any more. */
    public void forgetDismissed() {
        dismissed.forEach(tracked -> byObject.remove(tracked.entity(), tracked));
        dismissed.clear();
    }

    /**
     * Everything that is tracked, in the order in which it became so.
     *
     * @return the objects, forgotten ones not included
     */
    public List<Tracked> all() {
        return inOrder.stream().filter(tracked -> !tracked.isGone()).toList();
    }
}
