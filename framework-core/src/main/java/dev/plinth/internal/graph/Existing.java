package dev.plinth.internal.graph;

import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which keys have rows, of objects that say nothing of it themselves. Each is looked for once, not with every walk. */
final class Existing {
    private final GraphLoader loader;
    private final Map<EntityKey, Boolean> known = new HashMap<>();

    Existing(GraphLoader loader) {
        this.loader = loader;
    }

    /** Looks for keys that are not known: one query for each hierarchy. */
    void find(Collection<EntityKey> keys) {
        Map<EntityModel, List<EntityKey>> unknown = new LinkedHashMap<>();
        for (EntityKey key : keys) {
            if (!known.containsKey(key)) {
                unknown.computeIfAbsent(key.entity().root(), each -> new ArrayList<>())
                        .add(key);
            }
        }
        unknown.values().forEach(alike -> {
            var found = loader.existing(alike);
            alike.forEach(key -> known.put(key, found.contains(key)));
        });
    }

    boolean has(EntityKey key) {
        return known.getOrDefault(key, false);
    }

    /** Forgets the keys of objects that are removed. */
    void forget(Collection<Tracked> objects) {
        if (!known.isEmpty()) {
            for (Tracked object : objects) {
                if (!object.isPresent() && object.key() != null) {
                    known.remove(object.key());
                }
            }
        }
    }

    /** Forgets what did not exist: it may do now. */
    void written() {
        known.values().removeIf(exists -> !exists);
    }
}
