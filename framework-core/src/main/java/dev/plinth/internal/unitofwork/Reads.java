package dev.plinth.internal.unitofwork;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StoreSession;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.policy.Conflicts;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.EntityKey;
import dev.plinth.specification.Deleted;
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
    private final Supplier<StoreSession> session;
    private final IdentityMap identities;
    private final ReadMode mode;

    Reads(Supplier<StoreSession> session, IdentityMap identities, ReadMode mode) {
        this.session = session;
        this.identities = identities;
        this.mode = mode;
    }

    @Nullable
    Object findById(EntityRuntime entity, Object id, Deleted deleted) {
        EntityKey key = entity.mapper().toKey(id);
        Tracked known = identities.find(key);
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
        List<Object> found = new ArrayList<>();
        try (RowCursor rows = session.get().find(entity.binder().bind(selection))) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                found.add(toEntity(entity, row));
            }
        }
        return found;
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

    /** The object of a row: the tracked one, not overwritten, else a new one. */
    Object toEntity(EntityRuntime entity, @Nullable Object[] row) {
        if (mode == ReadMode.UNTRACKED) {
            return entity.of(row).mapper().toEntity(row);
        }
        EntityKey key = EntityKey.of(entity.model(), row);
        Tracked known = identities.find(key);
        return known != null
                ? known.entity()
                : track(entity.of(row), key, row, entity.of(row).mapper().toEntity(row))
                        .entity();
    }

    Tracked track(EntityRuntime entity, EntityKey key, @Nullable Object[] row, Object object) {
        Tracked tracked = Tracked.managed(entity.mapper(), object, key, row);
        identities.add(tracked);
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
