package dev.plinth.internal.graph;

import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Links;
import dev.plinth.model.CollectionModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links that were changed from the side that does not keep them. */
final class LinkEdits {
    private final Members members;
    private final Relations relations;

    /** By association: what becomes of the links of each owner. True where a target joins. */
    private final Map<AssociationModel, Map<Tracked, Map<Tracked, Boolean>>> edits = new IdentityHashMap<>();

    LinkEdits(Members members, Relations relations) {
        this.members = members;
        this.relations = relations;
    }

    void add(Tracked owner, AssociationModel property, Tracked target) {
        edit(owner, property).put(target, true);
    }

    void remove(Tracked owner, AssociationModel property, Tracked target) {
        edit(owner, property).put(target, false);
    }

    private Map<Tracked, Boolean> edit(Tracked owner, AssociationModel property) {
        return edits.computeIfAbsent(property, each -> new LinkedHashMap<>())
                .computeIfAbsent(owner, each -> new LinkedHashMap<>());
    }

    /** Puts the edits into the rows of the owners; reads the links that are not known. */
    void apply() {
        edits.forEach((property, owners) -> {
            CollectionModel links = ((Links) property.keeping()).collection();
            relations.readLinks(links, owners.keySet());
            owners.forEach((owner, targets) -> apply(property, links, owner, targets));
        });
    }

    private void apply(AssociationModel property, CollectionModel links, Tracked owner, Map<Tracked, Boolean> targets) {
        Object held = owner.toRow()[links.position()];
        Object base = held == null && owner.snapshot() != null ? owner.row()[links.position()] : held;
        List<@Nullable Object> rows = new ArrayList<>(base == null ? List.of() : (List<?>) base);
        Set<Object> linked =
                new HashSet<>(members.identities(Objects.requireNonNullElse(members.held(owner, property), List.of())));
        Set<List<Object>> keys = new HashSet<>();
        rows.forEach(row -> keys.add(key(row)));
        Set<List<Object>> gone = new HashSet<>();
        Relation relation = relations.find(Members.identity(owner), property);
        targets.forEach((target, joins) -> {
            Object identity = Members.identity(target);
            List<Object> key = Members.key(target, links.columns());
            if (joins) {
                if (!linked.contains(identity) && keys.add(key)) {
                    rows.add(key.toArray());
                }
                if (relation != null) {
                    relation.join(identity);
                }
            } else {
                gone.add(key);
                if (relation != null) {
                    relation.leave(identity);
                }
            }
        });
        if (!gone.isEmpty()) {
            rows.removeIf(row -> gone.contains(key(row)));
        }
        owner.override(links.position(), rows);
    }

    private static List<Object> key(@Nullable Object row) {
        return List.of((Object[]) Objects.requireNonNull(row));
    }
}
