package dev.plinth.backend;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Links that a store reads with their rows. */
final class LinksOfRows {
    private LinksOfRows() {}

    static Map<EntityKey, List<Object[]>> find(StoreSession session, CollectionModel links, List<EntityKey> owners) {
        EntityModel entity = owners.get(0).entity();
        Map<EntityKey, List<Object[]>> found = new HashMap<>();
        for (Object[] row : session.findByKeys(entity, owners, false)) {
            if (row[links.position()] instanceof List<?> elements) {
                found.put(
                        EntityKey.of(entity, row),
                        elements.stream().map(Object[].class::cast).toList());
            }
        }
        return found;
    }
}
