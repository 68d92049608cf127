package dev.plinth.internal.loading;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.SortKey;
import dev.plinth.internal.association.LazyCollection;
import dev.plinth.internal.association.LazyRef;
import dev.plinth.internal.association.Siblings;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.AssociationModel.InverseKey;
import dev.plinth.model.AssociationModel.InverseLinks;
import dev.plinth.model.AssociationModel.Links;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the entities that belong to others, for many owners at once. */
final class Members {
    private final Loader loader;
    private final IdentityMap identities;

    Members(Loader loader, IdentityMap identities) {
        this.loader = loader;
        this.identities = identities;
    }

    /** Fills collections of one association. */
    void fill(List<LazyCollection> collections) {
        AssociationModel association = collections.get(0).association();
        Map<EntityKey, List<Object>> found = find(
                association, collections.stream().map(LazyCollection::owner).toList(), null);
        for (LazyCollection collection : collections) {
            List<Object> entities = found.getOrDefault(collection.owner(), List.of());
            Tracked owner = identities.find(collection.owner());
            if (owner != null) {
                owner.members(association, entities);
                owner.part(association, false);
            }
            collection.state().limit(null);
            fill(collection, entities);
        }
    }

    /** Fills collections with a part of their entities. */
    void fillPart(List<LazyCollection> collections, int limit, List<SortKey> order, String reason) {
        AssociationModel association = collections.get(0).association();
        Map<EntityKey, List<Object>> found = find(
                association, collections.stream().map(LazyCollection::owner).toList(), new Part(limit, order));
        for (LazyCollection collection : collections) {
            Tracked owner = identities.find(collection.owner());
            if (owner != null) {
                owner.part(association, true);
            }
            collection.state().limit(reason);
            fill(collection, found.getOrDefault(collection.owner(), List.of()));
        }
    }

    private void fill(LazyCollection collection, List<Object> entities) {
        AssociationModel association = collection.association();
        List<@Nullable Object> keys = new ArrayList<>();
        if (association.shape() == AssociationModel.Shape.MAP) {
            entities.forEach(entity -> keys.add(MapKeys.of(association, tracked(entity))));
        }
        collection.fill(
                association.hasHolder()
                        ? entities.stream()
                                .map(entity -> held(association, entity))
                                .toList()
                        : entities,
                keys);
        if (collection.entities().size() < entities.size()) {
            throw Unfit.lost(collection);
        }
    }

    private Tracked tracked(Object entity) {
        return Objects.requireNonNull(identities.findObject(entity));
    }

    void read(Collection<Tracked> owners, AssociationModel association) {
        List<Tracked> all = new ArrayList<>(owners);
        for (int from = 0; from < all.size(); from += Loader.CHUNK) {
            List<Tracked> chunk = all.subList(from, Math.min(all.size(), from + Loader.CHUNK));
            Map<EntityKey, List<Object>> found = find(
                    association,
                    chunk.stream()
                            .map(Tracked::key)
                            .map(Objects::requireNonNull)
                            .toList(),
                    null);
            chunk.forEach(owner -> owner.members(association, found.getOrDefault(owner.key(), List.of())));
        }
    }

    /** Sets the inverse sides of one-to-ones. */
    void loadOnes(AssociationModel association, List<EntityKey> owners) {
        for (int from = 0; from < owners.size(); from += Loader.CHUNK) {
            List<EntityKey> chunk = owners.subList(from, Math.min(owners.size(), from + Loader.CHUNK));
            Map<EntityKey, List<Object>> found = find(association, chunk, null);
            for (EntityKey key : chunk) {
                Tracked owner = Objects.requireNonNull(identities.find(key));
                List<Object> entities = found.getOrDefault(key, List.of());
                owner.members(association, entities);
                Object one = entities.isEmpty() ? null : entities.get(0);
                owner.mapper().setAssociation(owner.entity(), association, held(association, one));
            }
        }
    }

    private @Nullable Object held(AssociationModel association, @Nullable Object entity) {
        if (entity == null || !association.hasHolder()) {
            return entity;
        }
        Tracked tracked = tracked(entity);
        EntityKey key = Objects.requireNonNull(tracked.key());
        return new LazyRef(key, tracked.mapper().idOf(key), entity);
    }

    /** A part of the entities of each owner. */
    private record Part(int limit, List<SortKey> order) {}

    private Map<EntityKey, List<Object>> find(
            AssociationModel association, List<EntityKey> owners, @Nullable Part part) {
        loader.beforeRead(association.target());
        loader.beforeMaking(association.target());
        if (association.keeping() instanceof Inverse inverse) {
            // the columns belong to the owners' collections where they belong to no property
            if (inverse.property() == null) {
                loader.beforeRead(association.owner());
            }
            return inverse(association, inverse.key().get(), owners, part);
        } else if (association.keeping() instanceof Links links) {
            return links(association, links.collection(), owners, part);
        }
        CollectionModel links =
                ((Links) ((InverseLinks) association.keeping()).property().get().keeping()).collection();
        return inverseLinks(association, links, owners, part);
    }

    private Map<EntityKey, List<Object>> inverse(
            AssociationModel association, InverseKey key, List<EntityKey> owners, @Nullable Part part) {
        EntityRuntime target = loader.entity(association.target());
        List<SortKey> order = part == null ? target.binder().order(association.order(), key.order()) : part.order();
        Query.PerGroup limit = part == null ? null : new Query.PerGroup(key.columns(), part.limit());
        Query query = target.binder().related(among(key.columns(), owners), order, limit);
        Map<EntityKey, List<Object>> found = new HashMap<>();
        EntityModel owner = owners.get(0).entity();
        for (Object[] row : rows(query)) {
            List<@Nullable Object> values = new ArrayList<>();
            key.columns().forEach(column -> values.add(row[column.position()]));
            found.computeIfAbsent(EntityKey.of(owner, values), each -> new ArrayList<>())
                    .add(row);
        }
        ColumnModel place = key.order();
        if (place != null && part == null) {
            found.values().forEach(list -> list.sort(Comparator.comparing(row -> isWithout(place, row))));
        }
        return entities(target, found);
    }

    // what came by its own reference has no place in the list yet: it comes last
    private static boolean isWithout(ColumnModel place, Object row) {
        return ((@Nullable Object[]) row)[place.position()] == null;
    }

    private static Condition among(List<ColumnModel> columns, List<EntityKey> keys) {
        return columns.size() == 1
                ? new Condition.In(
                        columns.get(0),
                        keys.stream().map(key -> key.values().get(0)).toList())
                : new Condition.InKeys(
                        columns, keys.stream().map(EntityKey::values).toList());
    }

    // first all rows, then all objects: a session reads one cursor at a time
    private List<Object[]> rows(Query query) {
        List<Object[]> rows = new ArrayList<>();
        try (RowCursor cursor = loader.session().find(query)) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<EntityKey, List<Object>> entities(EntityRuntime target, Map<EntityKey, List<Object>> rows) {
        Siblings siblings = new Siblings();
        rows.values()
                .forEach(list -> list.replaceAll(row -> loader.toEntity(target, (@Nullable Object[]) row, siblings)));
        loader.finish(siblings);
        rows.values().forEach(list -> list.removeIf(entity -> !tracked(entity).isPresent()));
        return rows;
    }

    private Map<EntityKey, List<Object>> links(
            AssociationModel association, CollectionModel collection, List<EntityKey> owners, @Nullable Part part) {
        Map<EntityKey, List<Object[]>> links = loader.session().findLinks(collection, owners);
        EntityModel target = association.target();
        for (EntityKey key : owners) {
            Tracked owner = identities.find(key);
            if (owner != null && owner.snapshot() != null) {
                owner.row()[collection.position()] = links.getOrDefault(key, List.of());
            }
        }
        Map<EntityKey, List<Object>> found = new HashMap<>();
        Map<EntityKey, List<EntityKey>> together = new LinkedHashMap<>();
        Set<EntityKey> keys = new LinkedHashSet<>();
        links.forEach((owner, elements) -> {
            List<EntityKey> linked =
                    elements.stream().map(element -> key(target, element)).toList();
            if (keys.size() + linked.size() > Loader.CHUNK) {
                addTargets(association, together, keys, part, found);
            }
            together.put(owner, linked);
            keys.addAll(linked);
        });
        addTargets(association, together, keys, part, found);
        return limited(found, part);
    }

    /** Finds the entities that some owners are linked with. No more owners are taken together than a query can ask for. */
    private void addTargets(
            AssociationModel association,
            Map<EntityKey, List<EntityKey>> links,
            Set<EntityKey> keys,
            @Nullable Part part,
            Map<EntityKey, List<Object>> found) {
        boolean ordered = ((Links) association.keeping()).collection().orderColumn() != null && part == null;
        Map<EntityKey, Object> targets = targets(association, keys, part);
        Map<EntityKey, Integer> ranks = new HashMap<>();
        targets.keySet().forEach(key -> ranks.put(key, ranks.size()));
        links.forEach((owner, all) -> {
            Stream<EntityKey> linked = all.stream().filter(targets::containsKey);
            found.put(
                    owner,
                    (ordered ? linked : linked.distinct().sorted(Comparator.comparing(ranks::get)))
                            .map(targets::get)
                            .collect(Collectors.toCollection(ArrayList::new)));
        });
        links.clear();
        keys.clear();
    }

    private static EntityKey key(EntityModel target, Object[] element) {
        return EntityKey.of(target, Arrays.asList(element));
    }

    // links have no limit of their own in a database
    private static Map<EntityKey, List<Object>> limited(Map<EntityKey, List<Object>> found, @Nullable Part part) {
        if (part != null && part.limit() > 0) {
            found.replaceAll((owner, all) -> all.subList(0, Math.min(all.size(), part.limit())));
        }
        return found;
    }

    /** The entities of keys, in the order of the association. */
    private Map<EntityKey, Object> targets(AssociationModel association, Set<EntityKey> keys, @Nullable Part part) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        EntityRuntime target = loader.entity(association.target());
        List<ColumnModel> id = target.model().id().columns();
        return entities(target, among(id, List.copyOf(keys)), order(association, target, part));
    }

    private static List<SortKey> order(AssociationModel association, EntityRuntime target, @Nullable Part part) {
        return part == null ? target.binder().order(association.order(), null) : part.order();
    }

    private Map<EntityKey, Object> entities(EntityRuntime target, Condition condition, List<SortKey> order) {
        Map<EntityKey, Object> found = new LinkedHashMap<>();
        Siblings siblings = new Siblings();
        for (Object[] row : rows(target.binder().related(condition, order, null))) {
            found.put(EntityKey.of(target.model(), row), loader.toEntity(target, row, siblings));
        }
        loader.finish(siblings);
        found.values().removeIf(entity -> !tracked(entity).isPresent());
        return found;
    }

    private Map<EntityKey, List<Object>> inverseLinks(
            AssociationModel association, CollectionModel collection, List<EntityKey> owners, @Nullable Part part) {
        EntityRuntime target = loader.entity(association.target());
        Condition linked = new Condition.Any(collection, among(collection.columns(), owners));
        Map<EntityKey, Object> targets = entities(target, linked, order(association, target, part));
        Map<EntityKey, List<Object>> found = new HashMap<>();
        Set<EntityKey> asked = Set.copyOf(owners);
        EntityModel owner = owners.get(0).entity();
        Map<EntityKey, List<Object[]>> links =
                targets.isEmpty() ? Map.of() : loader.session().findLinks(collection, List.copyOf(targets.keySet()));
        targets.forEach((key, entity) -> links.getOrDefault(key, List.of()).stream()
                .map(element -> key(owner, element))
                .filter(asked::contains)
                .forEach(each ->
                        found.computeIfAbsent(each, k -> new ArrayList<>()).add(entity)));
        return limited(found, part);
    }
}
