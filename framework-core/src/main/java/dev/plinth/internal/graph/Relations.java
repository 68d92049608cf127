package dev.plinth.internal.graph;

import dev.plinth.backend.StoreSession;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.References;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All loaded associations of the objects of a unit of work that are kept elsewhere than in the object's own columns. */
final class Relations {
    private final Members members;
    private final GraphLoader loader;
    private final Supplier<StoreSession> session;
    private final List<Relation> all = new ArrayList<>();
    private final Map<String, Map<Object, Relation>> byOwner = new HashMap<>();

    Relations(Members members, GraphLoader loader, Supplier<StoreSession> session) {
        this.members = members;
        this.loader = loader;
        this.session = session;
    }

    List<Relation> all() {
        return all;
    }

    /** The loaded association of an entity, or null. */
    @Nullable
    Relation find(Object owner, AssociationModel association) {
        return byOwner.getOrDefault(association.owner().root().name() + "." + association.path(), Map.of())
                .get(owner);
    }

    /** Takes the associations of objects down; reads what they were where the application has replaced unloaded ones. */
    void collect(Collection<Tracked> owners) {
        Map<AssociationModel, List<Tracked>> unknown = new IdentityHashMap<>();
        for (Tracked owner : owners) {
            if (owner.snapshot() != null && isLooked(owner)) {
                for (AssociationModel association : owner.model().associations()) {
                    requireWhole(owner, association);
                    if (isReplaced(owner, association)) {
                        unknown.computeIfAbsent(association, each -> new ArrayList<>())
                                .add(owner);
                    }
                }
            }
        }
        unknown.forEach((association, replaced) -> {
            if (association.keeping() instanceof AssociationModel.Links links) {
                readLinks(links.collection(), replaced);
            } else {
                loader.load(replaced, association);
            }
        });
        owners.stream().filter(Relations::isLooked).forEach(this::add);
    }

    private static boolean isLooked(Tracked owner) {
        return owner.isPresent() && !References.isUnloaded(owner.entity());
    }

    private void requireWhole(Tracked owner, AssociationModel association) {
        if (owner.isPart(association) && members.held(owner, association) != null) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + association.path() + "' of " + Members.name(owner)
                            + " was read with a limit, and was replaced: what the limit has left out would be taken out, too."
                            + " Load it whole to change it",
                    null);
        }
    }

    private static void requireLive(Relation relation) {
        if (relation.owner().isHidden() && !relation.added().isEmpty()) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "something was put into '" + relation.association().path() + "' of "
                            + Members.name(relation.owner()) + ", which is soft-deleted. Restore it first",
                    null);
        }
    }

    private boolean isReplaced(Tracked owner, AssociationModel association) {
        if (association.keeping() instanceof AssociationModel.ForeignKey) {
            return false;
        } else if (association.keeping() instanceof AssociationModel.Links links) {
            return owner.row()[links.collection().position()] == null
                    && owner.members(association) == null
                    && members.held(owner, association) != null;
        }
        Collection<?> held = members.held(owner, association);
        return owner.members(association) == null && held != null && (association.isMany() || !held.isEmpty());
    }

    /** Reads links, so that it is known what changes of them. */
    void readLinks(CollectionModel links, Collection<Tracked> owners) {
        Map<EntityKey, Tracked> unread = new LinkedHashMap<>();
        for (Tracked owner : owners) {
            if (owner.snapshot() != null && owner.row()[links.position()] == null) {
                unread.put(Objects.requireNonNull(owner.key()), owner);
            }
        }
        if (!unread.isEmpty()) {
            Map<EntityKey, List<Object[]>> found = session.get().findLinks(links, List.copyOf(unread.keySet()));
            unread.forEach((key, owner) -> owner.row()[links.position()] = found.getOrDefault(key, List.of()));
        }
    }

    private void add(Tracked owner) {
        for (AssociationModel association : owner.model().associations()) {
            if (association.keeping() instanceof AssociationModel.ForeignKey) {
                continue;
            }
            Collection<?> held = members.held(owner, association);
            List<Object> before = held == null ? null : before(owner, association);
            if (held == null || before == null) {
                continue;
            }
            Held now = members.given(owner, association, held);
            if (association.keeping() instanceof AssociationModel.Links links) {
                write(owner, links.collection(), before, now.unwritten());
                dropDeleted(owner, links.collection(), now.leaving());
            }
            Relation relation = new Relation(owner, association, before, now.given());
            requireLive(relation);
            now.leaving().forEach(relation::leave);
            all.add(relation);
            byOwner.computeIfAbsent(
                            association.owner().root().name() + "." + association.path(), each -> new HashMap<>())
                    .put(Members.identity(owner), relation);
        }
    }

    private @Nullable List<Object> before(Tracked owner, AssociationModel association) {
        if (owner.snapshot() == null) {
            return List.of();
        }
        List<Object> known = owner.members(association);
        if (!(association.keeping() instanceof AssociationModel.Links links)) {
            return known == null ? null : members.identities(known);
        }
        CollectionModel collection = links.collection();
        Object read = owner.row()[collection.position()];
        if (known == null) {
            return read == null ? null : identities(collection, (List<?>) read);
        } else if (read == null) {
            owner.row()[collection.position()] = rows(members.identities(known));
        }
        return members.identities(known);
    }

    // links to what is soft-deleted are not in the collection, and stay where they are
    private void write(Tracked owner, CollectionModel collection, List<Object> seen, BitSet unwritten) {
        if (owner.snapshot() == null && unwritten.isEmpty()) {
            return;
        }
        List<?> held = (List<?>) Objects.requireNonNull(owner.mapper().toRow(owner.entity())[collection.position()]);
        List<Object> rows = new ArrayList<>(held.size());
        for (int i = 0; i < held.size(); i++) {
            if (!unwritten.get(i)) {
                rows.add(Objects.requireNonNull(held.get(i)));
            }
        }
        if (keepUnseen(owner, collection, Set.copyOf(seen), rows) || !unwritten.isEmpty()) {
            owner.override(collection.position(), rows);
        }
    }

    private boolean keepUnseen(Tracked owner, CollectionModel collection, Set<Object> seen, List<Object> rows) {
        if (owner.snapshot() == null) {
            return false;
        }
        List<?> read = (List<?>) Objects.requireNonNull(owner.row()[collection.position()]);
        List<Object> linked = identities(collection, read);
        Set<List<Object>> kept =
                rows.stream().map(row -> Arrays.asList((Object[]) row)).collect(Collectors.toSet());
        int given = rows.size();
        for (int i = 0; i < read.size(); i++) {
            // one that is seen again may have been added again
            if (!seen.contains(linked.get(i)) && kept.add(Arrays.asList((Object[]) read.get(i)))) {
                rows.add(Math.min(i, rows.size()), read.get(i));
            }
        }
        return rows.size() > given;
    }

    // the links to what is deleted for good go with it
    private void dropDeleted(Tracked owner, CollectionModel collection, Collection<Object> removed) {
        Set<Object> deleted = removed.stream()
                .filter(identity -> {
                    // a new object that was removed has no links, nor is it tracked
                    Tracked member = members.tracked(identity);
                    return member != null && Removals.isForGood(member);
                })
                .collect(Collectors.toSet());
        if (!deleted.isEmpty()) {
            List<Object> rows = new ArrayList<>((List<?>) Objects.requireNonNull(owner.toRow()[collection.position()]));
            List<Object> linked = identities(collection, rows);
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (deleted.contains(linked.get(i))) {
                    rows.remove(i);
                }
            }
            owner.override(collection.position(), rows);
        }
    }

    private static List<Object[]> rows(List<Object> identities) {
        return identities.stream()
                .map(identity -> ((EntityKey) identity).values().toArray())
                .toList();
    }

    /** The entities that links lead to. */
    List<Object> identities(CollectionModel links, List<?> rows) {
        var target = Objects.requireNonNull(links.target()).get();
        List<Object> identities = new ArrayList<>(rows.size());
        for (Object row : rows) {
            identities.add(EntityKey.of(target, List.of((Object[]) row)));
        }
        return identities;
    }
}
