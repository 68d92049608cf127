package dev.plinth.internal.unitofwork;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StoreSession;
import dev.plinth.internal.association.Siblings;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.loading.Loader;
import dev.plinth.internal.policy.Conflicts;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.EntityKey;
import dev.plinth.model.HierarchyModel;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ReadMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reads of a unit of work: rows become objects, each row one object. */
final class Reads {
    private static final int STREAMED = 200;

    private final Supplier<StoreSession> session;
    private final IdentityMap identities;
    private final Loader tracking;
    private final Supplier<Loader> untracked;
    private final ReadMode mode;

    /**
     * @param tracking makes the entities that are tracked
     * @param untracked what makes those of one query that are not
     */
    Reads(
            Supplier<StoreSession> session,
            IdentityMap identities,
            Loader tracking,
            Supplier<Loader> untracked,
            ReadMode mode) {
        this.session = session;
        this.identities = identities;
        this.tracking = tracking;
        this.untracked = untracked;
        this.mode = mode;
    }

    @Nullable
    Object findById(EntityRuntime entity, Object id, Deleted deleted) {
        EntityKey key = entity.mapper().toKey(id);
        Tracked known = identities.find(key);
        if (known == null && tracking.isReferred(key)) {
            tracking.findReferred(key);
            known = identities.find(key);
            if (known == null) {
                return null;
            }
        }
        if (known != null && !entity.covers(known.model())) {
            return null;
        } else if (known == null) {
            // to a column that pads its texts, or does not tell capitals, another id is the same
            List<Object[]> rows = session.get().findByKeys(entity.model(), List.of(key), false).stream()
                    .filter(row -> EntityKey.of(entity.model(), row).equals(key))
                    .toList();
            return rows.isEmpty() || !entity.covers(rows.get(0)) || !isSeen(deleted, isSoftDeleted(entity, rows.get(0)))
                    ? null
                    : toEntity(entity, rows.get(0));
        }
        return known.isPresent() && isSeen(deleted, known.isHidden()) ? known.entity() : null;
    }

    private static boolean isSeen(Deleted deleted, boolean isSoftDeleted) {
        return switch (deleted) {
            case EXCLUDED -> !isSoftDeleted;
            case INCLUDED -> true;
            case ONLY -> isSoftDeleted;
        };
    }

    static boolean isSoftDeleted(EntityRuntime entity, @Nullable Object[] row) {
        var deletedAt = entity.model().deletedAt();
        return deletedAt != null && row[deletedAt.position()] != null;
    }

    List<Object> find(EntityRuntime entity, Selection<?> selection) {
        check(entity, selection.fetchPlan());
        List<Object[]> found = new ArrayList<>();
        try (RowCursor rows = session.get().find(entity.binder().bind(selection))) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                found.add(row);
            }
        }
        return toEntities(entity, found, selection.fetchPlan());
    }

    /** Refuses a plan that does not fit, whether or not anything is found. */
    void check(EntityRuntime entity, @Nullable FetchPlan<?> plan) {
        if (plan != null) {
            tracking.check(plan, entity);
        }
    }

    /** The objects of rows that were read together, with what a plan asks for. */
    List<Object> toEntities(EntityRuntime entity, List<Object[]> rows, @Nullable FetchPlan<?> plan) {
        if (mode == ReadMode.UNTRACKED && !hasAssociations(entity)) {
            return rows.stream()
                    .map(row -> entity.of(row).mapper().toEntity(row))
                    .toList();
        }
        Loader loader = mode == ReadMode.UNTRACKED ? untracked.get() : tracking;
        loader.beforeMaking(entity.model());
        Siblings siblings = new Siblings();
        List<Object> found = new ArrayList<>(rows.size());
        rows.forEach(row -> found.add(loader.toEntity(entity, row, siblings)));
        loader.finish(siblings);
        if (plan != null) {
            loader.fetch(plan, found);
        }
        return found;
    }

    /** How many rows of a stream are read together, so that their associations can be loaded together. */
    static int streamed(EntityRuntime entity) {
        return hasAssociations(entity) ? STREAMED : 1;
    }

    private static boolean hasAssociations(EntityRuntime entity) {
        HierarchyModel hierarchy = entity.model().hierarchy();
        return hierarchy == null
                ? !entity.model().associations().isEmpty()
                : hierarchy.members().stream()
                        .anyMatch(member -> !entity.member(member.type())
                                .model()
                                .associations()
                                .isEmpty());
    }

    RowCursor open(Query query) {
        return session.get().stream(query);
    }

    long count(EntityRuntime entity, Selection<?> selection) {
        return session.get().count(entity.binder().bind(selection));
    }

    boolean exists(EntityRuntime entity, Selection<?> selection) {
        Condition condition = entity.binder().bind(selection).condition();
        try (RowCursor rows = session.get().find(new Query(entity.model(), condition, List.of(), 0, 1))) {
            return rows.next() != null;
        }
    }

    // what is found by id, one by one, is loaded together further on
    private Object toEntity(EntityRuntime entity, Object[] row) {
        if (mode == ReadMode.UNTRACKED) {
            return toEntities(entity, List.<Object[]>of(row), null).get(0);
        }
        tracking.beforeMaking(entity.model());
        Siblings siblings = tracking.foundById(entity.model());
        Object found = tracking.toEntity(entity, row, siblings);
        tracking.finish(siblings);
        return found;
    }

    /** Tracks a row that was read for a write. */
    Tracked track(EntityRuntime entity, @Nullable Object[] row) {
        tracking.beforeMaking(entity.model());
        Siblings siblings = new Siblings();
        Object object = tracking.toEntity(entity, row, siblings);
        tracking.finish(siblings);
        return java.util.Objects.requireNonNull(identities.findObject(object));
    }

    /** Lets a new object load what it holds unloaded. */
    void adopt(Tracked fresh) {
        tracking.adopt(fresh);
    }

    /** Whether some entity refers to a row that is not loaded. */
    boolean isReferred(EntityKey key) {
        return tracking.isReferred(key);
    }

    Tracked track(EntityRuntime entity, EntityKey key, @Nullable Object[] row, Object object) {
        Tracked tracked = Tracked.managed(entity.mapper(), object, key, row);
        identities.add(tracked);
        tracking.adopt(tracked);
        return tracked;
    }

    /** Reads rows as they are in the database now, soft-deleted ones included. */
    Map<EntityKey, Object[]> rows(EntityRuntime entity, Collection<EntityKey> keys) {
        Map<EntityKey, Object[]> rows = new HashMap<>();
        if (!keys.isEmpty()) {
            for (Object[] row : session.get().findByKeys(entity.model(), List.copyOf(keys), false)) {
                EntityKey key = EntityKey.of(entity.model(), row);
                if (!keys.contains(key)) {
                    throw Conflicts.otherId(key);
                }
                rows.put(key, row);
            }
        }
        return rows;
    }
}
