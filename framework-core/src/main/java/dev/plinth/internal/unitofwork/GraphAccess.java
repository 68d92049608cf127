package dev.plinth.internal.unitofwork;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StoreSession;
import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.graph.GraphLoader;
import dev.plinth.internal.graph.SoftDeleted;
import dev.plinth.internal.loading.Loader;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.ForeignKey;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.AssociationModel.Links;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a flush reads of the graph: associations that it has to know, and what was removed softly. */
final class GraphAccess implements GraphLoader, SoftDeleted {
    private static final int CHUNK = 1000;

    private final Runtime runtime;
    private final Supplier<StoreSession> session;
    private final IdentityMap identities;
    private final Reads reads;
    private final Loader loader;

    GraphAccess(Runtime runtime, Supplier<StoreSession> session, IdentityMap identities, Reads reads, Loader loader) {
        this.runtime = runtime;
        this.session = session;
        this.identities = identities;
        this.reads = reads;
        this.loader = loader;
    }

    @Override
    public void load(Collection<Tracked> owners, AssociationModel association) {
        if (!(association.keeping() instanceof ForeignKey)) {
            loader.readMembers(owners, association);
            return;
        }
        Map<EntityModel, Set<EntityKey>> unread = new LinkedHashMap<>();
        for (Tracked owner : owners) {
            EntityKey key = Lazies.key(owner.mapper().association(owner.entity(), association));
            if (key != null && identities.find(key) == null) {
                unread.computeIfAbsent(key.entity(), each -> new LinkedHashSet<>())
                        .add(key);
            }
        }
        unread.values().forEach(this::read);
    }

    @Override
    public Set<EntityKey> existing(Collection<EntityKey> keys) {
        EntityModel root = keys.iterator().next().entity().root();
        return reads.rows(runtime.entity(root.type()), new LinkedHashSet<>(keys))
                .keySet();
    }

    private List<Tracked> read(Collection<EntityKey> keys) {
        List<Tracked> tracked = new ArrayList<>();
        EntityRuntime entity = runtime.entity(keys.iterator().next().entity().type());
        reads.rows(entity, keys).forEach((key, row) -> tracked.add(tracked(entity, key, row)));
        return tracked;
    }

    private Tracked tracked(EntityRuntime entity, EntityKey key, @Nullable Object[] row) {
        Tracked known = identities.find(key);
        return known == null ? reads.track(entity, row) : known;
    }

    @Override
    public Map<Tracked, Tracked> of(AssociationModel association, Collection<Tracked> owners) {
        Map<Tracked, Tracked> found = new LinkedHashMap<>();
        if (owners.isEmpty() || association.targets().stream().allMatch(target -> target.deletedAt() == null)) {
            return found;
        }
        List<Tracked> all = List.copyOf(owners);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Tracked> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            if (association.keeping() instanceof Inverse inverse) {
                children(association.target(), inverse.key().get().columns(), chunk, found);
            } else {
                targets(association, chunk, found);
            }
        }
        return found;
    }

    private void children(
            EntityModel target, List<ColumnModel> columns, List<Tracked> owners, Map<Tracked, Tracked> found) {
        EntityRuntime entity = runtime.entity(target.type());
        marked(target, columns, owners)
                .forEach((key, child) -> found.put(tracked(entity, key, child.row()), child.owner()));
    }

    @Override
    public Map<EntityKey, Tracked> referring(EntityModel referring, List<ColumnModel> columns, List<Tracked> targets) {
        Map<EntityKey, Tracked> found = new LinkedHashMap<>();
        for (int from = 0; from < targets.size(); from += CHUNK) {
            marked(referring, columns, targets.subList(from, Math.min(targets.size(), from + CHUNK)))
                    .forEach((key, child) -> found.put(key, child.owner()));
        }
        return found;
    }

    /** A row, and the object that it refers to. */
    private record Child(@Nullable Object[] row, Tracked owner) {}

    private Map<EntityKey, Child> marked(EntityModel target, List<ColumnModel> columns, List<Tracked> owners) {
        List<List<?>> keys = new ArrayList<>();
        owners.forEach(owner -> keys.add(Objects.requireNonNull(owner.key()).values()));
        Condition ofOwners = columns.size() == 1
                ? new Condition.In(
                        columns.get(0), keys.stream().map(key -> key.get(0)).toList())
                : new Condition.InKeys(columns, keys);
        Condition marked = new Condition.Not(new Condition.IsNull(Objects.requireNonNull(target.deletedAt())));
        List<Object[]> rows = new ArrayList<>();
        Query query = new Query(target, new Condition.And(List.of(marked, ofOwners)), List.of(), 0, 0);
        try (RowCursor cursor = session.get().find(query)) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        Map<EntityKey, Child> found = new LinkedHashMap<>();
        EntityModel owner = owners.get(0).model();
        for (Object[] row : rows) {
            EntityKey of = EntityKey.of(
                    owner,
                    columns.stream().map(column -> row[column.position()]).toList());
            found.put(EntityKey.of(target, row), new Child(row, Objects.requireNonNull(identities.find(of))));
        }
        return found;
    }

    private void targets(AssociationModel association, List<Tracked> owners, Map<Tracked, Tracked> found) {
        Map<EntityKey, Tracked> keys = new LinkedHashMap<>();
        if (association.keeping() instanceof ForeignKey) {
            for (Tracked owner : owners) {
                EntityKey key = owner.mapper().foreignKey(owner.row(), association);
                if (key != null) {
                    keys.put(key, owner);
                }
            }
        } else if (association.keeping() instanceof Links links) {
            List<EntityKey> ids = owners.stream()
                    .map(Tracked::key)
                    .map(Objects::requireNonNull)
                    .toList();
            session.get().findLinks(links.collection(), ids).forEach((owner, elements) -> {
                for (Object[] element : elements) {
                    keys.put(
                            EntityKey.of(association.target(), Arrays.asList(element)),
                            Objects.requireNonNull(identities.find(owner)));
                }
            });
        }
        Map<EntityModel, List<EntityKey>> byEntity = new LinkedHashMap<>();
        keys.keySet()
                .forEach(key -> byEntity.computeIfAbsent(key.entity(), each -> new ArrayList<>())
                        .add(key));
        byEntity.values()
                .forEach(each -> read(each).stream()
                        .filter(Tracked::isSoftDeleted)
                        .forEach(target -> found.put(target, Objects.requireNonNull(keys.get(target.key())))));
    }
}
