package dev.plinth.internal.unitofwork;

import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.policy.Conflicts;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.internal.tracking.Tracked.Pending;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.Generation;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writes of a unit of work: what the application says becomes what the next flush will do. */
final class Writes {
    private final IdentityMap identities;
    private final Reads reads;
    private final Ids ids;

    Writes(IdentityMap identities, Reads reads, Ids ids) {
        this.identities = identities;
        this.reads = reads;
        this.ids = ids;
    }

    Object insert(EntityRuntime entity, Object object) {
        EntityMapper mapper = entity.mapper();
        Tracked known = identities.findObject(object);
        if (known != null && known.pending() == Pending.REMOVE) {
            known.pending(Pending.NOTHING);
            return known.entity();
        } else if (known != null) {
            throw conflict("'" + (known.key() == null ? entity.model().name() : known.key())
                    + "' is part of this unit of work already. Change it, without inserting it again");
        }
        @Nullable Object[] given = mapper.toRow(object);
        @Nullable Object[] row = given.clone();
        Object fresh = ids.generate(entity.model(), row)
                ? mapper.patch(object, row, entity.model().id().columns())
                : object;
        EntityKey key = mapper.keyOf(row);
        if (key != null) {
            Tracked other = identities.find(key);
            if (other != null && other.isPresent()) {
                throw conflict("another object with the id of '" + key
                        + "' is part of this unit of work already. Change that one, or give the new one another id");
            }
        }
        Tracked tracked = Tracked.fresh(mapper, fresh, key, given);
        identities.add(tracked);
        identities.alias(tracked, object);
        reads.adopt(tracked);
        return tracked.entity();
    }

    /** The rows of those objects that are not tracked, to be read together. */
    Map<EntityKey, Object[]> rowsOf(EntityRuntime entity, Map<?, EntityRuntime> objects) {
        Set<EntityKey> keys = new LinkedHashSet<>();
        objects.forEach((object, type) -> {
            if (identities.findObject(object) == null) {
                EntityKey key = type.mapper().keyOf(type.mapper().toRow(object));
                if (key != null && identities.find(key) == null) {
                    keys.add(key);
                }
            }
        });
        return reads.rows(entity, keys);
    }

    Object update(EntityRuntime entity, Object object, Map<EntityKey, Object[]> rows) {
        Tracked known = identities.findObject(object);
        if (known != null && known.entity() == object) {
            requirePresent(known);
            reads.adopt(known);
            return known.entity();
        }
        EntityMapper mapper = entity.mapper();
        @Nullable Object[] given = mapper.toRow(object);
        EntityKey key = requireKey(entity, given);
        Tracked other = identities.find(key);
        if (other != null) {
            Conflicts.requireEntity(mapper, given, other.model());
            return replace(other, object, given);
        }
        if (reads.isReferred(key)) {
            throw conflict(
                    "'" + key + "' is part of this unit of work: another entity refers to it. Copy the changes to"
                            + " that object, or update before anything that refers to it is read");
        }
        Object[] found = rows.get(key);
        requireLive(entity, given, found);
        Conflicts.requireVersion(mapper, given, found);
        return reads.track(entity, key, found, object).entity();
    }

    private Object replace(Tracked tracked, Object object, @Nullable Object[] given) {
        requirePresent(tracked);
        if (!tracked.model().isRecord()) {
            throw conflict("another object with the id of '" + tracked.key()
                    + "' is part of this unit of work. Copy the changes to that one, or update before it is read");
        }
        if (tracked.snapshot() != null) {
            Conflicts.requireTrackedVersion(tracked, given);
        }
        identities.replace(tracked, object);
        reads.adopt(tracked);
        return tracked.entity();
    }

    private void requireLive(EntityRuntime entity, @Nullable Object[] given, Object @Nullable [] found) {
        if (found == null) {
            throw Conflicts.absent(entity.mapper(), given);
        }
        Conflicts.requireEntity(entity.mapper(), given, entity.of(found).model());
        if (Reads.isSoftDeleted(entity, found)) {
            throw Conflicts.stale(entity.mapper(), given, found);
        }
    }

    /** Updates an object that belongs to one that is updated, or inserts it where it is new. */
    Object merge(EntityRuntime entity, Object object, Map<EntityKey, Object[]> rows) {
        @Nullable Object[] given = entity.mapper().toRow(object);
        if (Ids.isUnset(entity.model(), given)) {
            return insert(entity, object);
        }
        EntityKey key = requireKey(entity, given);
        ColumnModel version = entity.model().version();
        Object read = version == null ? null : given[version.position()];
        boolean stored = read != null && !(read instanceof Number number && number.longValue() == 0);
        return stored || rows.containsKey(key) || identities.find(key) != null
                ? update(entity, object, rows)
                : insert(entity, object);
    }

    Object upsert(EntityRuntime entity, Object object, Map<EntityKey, Object[]> rows) {
        @Nullable Object[] given = entity.mapper().toRow(object);
        if (identities.findObject(object) != null) {
            return update(entity, object, rows);
        } else if (Ids.isUnset(entity.model(), given)) {
            return insert(entity, object);
        }
        EntityKey key = requireKey(entity, given);
        Object[] found = rows.get(key);
        if (identities.find(key) == null && found == null) {
            Object inserted = insert(entity, object);
            Objects.requireNonNull(identities.findObject(inserted)).upserted();
            return inserted;
        } else if (found != null) {
            requireUndeleted(entity, given, key, found);
        }
        return update(entity, object, rows);
    }

    private static void requireUndeleted(
            EntityRuntime entity, @Nullable Object[] given, EntityKey key, @Nullable Object[] found) {
        Conflicts.requireEntity(entity.mapper(), given, entity.of(found).model());
        if (Reads.isSoftDeleted(entity, found)) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + key + "' is soft-deleted and cannot be upserted. Restore or purge it first",
                    null);
        }
    }

    void remove(EntityRuntime entity, Object object, Map<EntityKey, Object[]> rows) {
        Tracked tracked = identities.findObject(object);
        EntityMapper mapper = entity.mapper();
        if (tracked == null) {
            @Nullable Object[] given = mapper.toRow(object);
            EntityKey key = requireKey(entity, given);
            tracked = identities.find(key);
            if (tracked == null) {
                Object[] found = rows.get(key);
                requireLive(entity, given, found);
                Conflicts.requireVersion(mapper, given, found);
                tracked = reads.track(entity, key, found, object);
            } else {
                requireSame(mapper, given, tracked);
            }
        }
        if (tracked.pending() == Pending.INSERT || tracked.pending() == Pending.RESTORE) {
            // there is no row yet, or it is marked still: nothing is left to write
            forget(tracked);
        } else if (tracked.isSoftDeleted()) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + tracked.key() + "' is soft-deleted already. Use purge(...) to delete its row",
                    null);
        } else {
            tracked.pending(Pending.REMOVE);
        }
    }

    private void forget(Tracked tracked) {
        if (tracked.pending() == Pending.INSERT) {
            identities.dismiss(tracked);
        } else {
            identities.remove(tracked);
        }
    }

    private static void requireSame(EntityMapper mapper, @Nullable Object[] given, Tracked tracked) {
        Conflicts.requireEntity(mapper, given, tracked.model());
        if (tracked.snapshot() != null) {
            Conflicts.requireTrackedVersion(tracked, given);
        }
    }

    Object restore(EntityRuntime entity, Object id) {
        requireSoftDelete(entity, "restored: its rows are deleted for good");
        Tracked tracked = existing(entity, id);
        if (tracked.pending() == Pending.REMOVE) {
            tracked.pending(Pending.NOTHING);
        } else if (tracked.isSoftDeleted()) {
            tracked.pending(Pending.RESTORE);
        }
        return tracked.entity();
    }

    void purge(EntityRuntime entity, Object id) {
        requireSoftDelete(entity, "purged: remove(...) deletes its rows for good");
        Tracked tracked = existing(entity, id);
        if (tracked.pending() == Pending.INSERT) {
            forget(tracked);
        } else {
            tracked.pending(Pending.PURGE);
        }
    }

    private Tracked existing(EntityRuntime entity, Object id) {
        EntityKey key = entity.mapper().toKey(id);
        Tracked known = identities.find(key);
        if (known != null && known.pending() != Pending.PURGE && entity.covers(known.model())) {
            return known;
        }
        Object[] row = known != null ? null : reads.rows(entity, Set.of(key)).get(key);
        if (row == null || !entity.covers(row)) {
            throw new EntityNotFoundException(
                    ErrorCode.NOT_FOUND,
                    "there is no '" + entity.model().name() + "' with id " + id + ", deleted or not",
                    null);
        }
        return reads.track(entity, row);
    }

    private static void requireSoftDelete(EntityRuntime entity, String what) {
        if (entity.model().deletedAt() == null) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + entity.model().name() + "' is not @SoftDelete and cannot be " + what,
                    null);
        }
    }

    private static void requirePresent(Tracked tracked) {
        if (!tracked.isPresent()) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + tracked.key()
                            + "' was removed in this unit of work. Insert it again, or leave the remove out",
                    null);
        }
    }

    private static EntityKey requireKey(EntityRuntime entity, @Nullable Object[] row) {
        EntityKey key =
                Ids.isUnset(entity.model(), row) ? null : entity.mapper().keyOf(row);
        if (key == null && entity.model().id().generation() instanceof Generation.Assigned) {
            throw Ids.incomplete(entity.model(), row);
        } else if (key == null) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_ID,
                    "a '" + entity.model().name()
                            + "' without an id cannot be updated or removed. Use insert(...) for a new one",
                    null);
        }
        return key;
    }

    private static EntityStateException conflict(String message) {
        return new EntityStateException(ErrorCode.ENTITY_CONFLICT, message, null);
    }
}
