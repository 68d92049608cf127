package dev.plinth.internal.association;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What entities that were loaded together hold unloaded: what is touched of one is loaded for all, so that the number of
 * queries does not grow with the number of entities. For one thread.
 */
public final class Siblings {
    private final Map<EntityModel, Set<EntityKey>> references = new HashMap<>();
    private final Map<AssociationModel, List<LazyCollection>> collections = new HashMap<>();

    /**
     * Adds a reference.
     *
     * @param key the key of the entity that is referred to
     */
    public void add(EntityKey key) {
        references
                .computeIfAbsent(key.entity(), entity -> new LinkedHashSet<>())
                .add(key);
    }

    /**
     * Adds a collection.
     *
     * @param collection a collection that is not loaded
     */
    public void add(LazyCollection collection) {
        collections
                .computeIfAbsent(collection.association(), association -> new ArrayList<>())
                .add(collection);
    }

    /**
     * Takes the keys that are loaded with one of them. They are siblings no more.
     *
     * @param first the one
     * @param limit how many at most
     * @param needed whether an entity still has to be loaded
     * @return the keys, the first one first
     */
    public List<EntityKey> take(EntityKey first, int limit, Predicate<EntityKey> needed) {
        List<EntityKey> taken = new ArrayList<>();
        taken.add(first);
        Set<EntityKey> known = references.getOrDefault(first.entity(), Set.of());
        for (var keys = known.iterator(); keys.hasNext() && taken.size() < limit; ) {
            EntityKey key = keys.next();
            keys.remove();
            if (!key.equals(first) && needed.test(key)) {
                taken.add(key);
            }
        }
        return taken;
    }

    /**
     * Takes the collections that are loaded with one of them. They are siblings no more.
     *
     * @param first the one
     * @param limit how many at most
     * @return the collections, the first one first
     */
    public List<LazyCollection> take(LazyCollection first, int limit) {
        List<LazyCollection> taken = new ArrayList<>();
        taken.add(first);
        List<LazyCollection> known = collections.getOrDefault(first.association(), List.of());
        int used = 0;
        while (used < known.size() && taken.size() < limit) {
            LazyCollection next = known.get(used++);
            if (next != first && !next.isLoaded()) {
                taken.add(next);
            }
        }
        if (used > 0) {
            known.subList(0, used).clear();
        }
        return taken;
    }

    /** Forgets everything, for the end of a unit of work: what is loaded then must not hold what is not. */
    public void clear() {
        references.clear();
        collections.clear();
    }
}
