package dev.plinth.internal.tracking;

import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a unit of work knows of one object. For one thread. */
public final class Tracked {
    /** What the next flush will do with the object, beyond writing its changes. */
    public enum Pending {
        /** Nothing more. */
        NOTHING,
        /** Write a new row. */
        INSERT,
        /** Delete it, softly where it can be. */
        REMOVE,
        /** Take a soft delete back. */
        RESTORE,
        /** Delete the row of an entity that can be soft-deleted. */
        PURGE
    }

    private final EntityMapper mapper;
    private Object entity;
    private @Nullable EntityKey key;
    private @Nullable EntityKey generated;
    private @Nullable Object @Nullable [] snapshot;
    private Pending pending;
    private Map<AssociationModel, List<Object>> members = Map.of();
    private Map<Integer, Optional<Object>> overrides = Map.of();
    private Set<AssociationModel> parts = Set.of();
    private boolean gone;
    private boolean upserted;
    private @Nullable Object @Nullable [] original;

    private Tracked(
            EntityMapper mapper,
            Object entity,
            @Nullable EntityKey key,
            @Nullable Object @Nullable [] snapshot,
            Pending pending) {
        this.mapper = mapper;
        this.entity = entity;
        this.key = key;
        this.snapshot = snapshot;
        this.pending = pending;
    }

    /**
     * An object whose row was read.
     *
     * @param mapper its mapper
     * @param entity the object
     * @param key its key
     * @param row its row
     * @return what is known
     */
    public static Tracked managed(EntityMapper mapper, Object entity, EntityKey key, @Nullable Object[] row) {
        return new Tracked(mapper, entity, key, row, Pending.NOTHING);
    }

    /**
     * An object that has no row yet.
     *
     * @param mapper its mapper
     * @param entity the object
     * @param key its key, or null where the database sets the id
     * @param original the object's row as the application gave it, before an id was set
     * @return what is known
     */
    public static Tracked fresh(
            EntityMapper mapper, Object entity, @Nullable EntityKey key, @Nullable Object[] original) {
        Tracked tracked = new Tracked(mapper, entity, key, null, Pending.INSERT);
        tracked.original = original;
        return tracked;
    }

    /**
     * The mapper of the object's type.
     *
     * @return the mapper
     */
    public EntityMapper mapper() {
        return mapper;
    }

    /**
     * The object's entity.
     *
     * @return the model
     */
    public EntityModel model() {
        return mapper.model();
    }

    /**
     * The object; for records the latest copy.
     *
     * @return the object
     */
    public Object entity() {
        return entity;
    }

    /**
     * The key.
     *
     * @return the key, or null where the database has not set the id yet
     */
    public @Nullable EntityKey key() {
        return key;
    }

    /**
     * The key that the database has set in the flush that is running, before the object is told.
     *
     * @return the key, or null where there is none yet
     */
    public @Nullable EntityKey keyInFlush() {
        return key == null ? generated : key;
    }

    /**
     * Remembers the key that the database has set.
     *
     * @param generated the key
     */
    public void generated(EntityKey generated) {
        this.generated = generated;
    }

    /**
     * The row as it is in the database, as far as this unit of work knows.
     *
     * @return the row, or null where there is none yet
     */
    public @Nullable Object @Nullable [] snapshot() {
        return snapshot;
    }

    /**
     * The row of an object that has one.
     *
     * @return the row
     */
    public @Nullable Object[] row() {
        return Objects.requireNonNull(snapshot, "a row");
    }

    /**
     * What the next flush will do.
     *
     * @return what is pending
     */
    public Pending pending() {
        return pending;
    }

    /**
     * Changes what the next flush will do.
     *
     * @param pending what is pending now
     */
    public void pending(Pending pending) {
        this.pending = pending;
    }

    /**
     * Whether the application sees the object as existing: neither removed nor gone.
     *
     * @return true where it does
     */
    public boolean isPresent() {
        return !gone && pending != Pending.REMOVE && pending != Pending.PURGE;
    }

    /**
     * Whether the object is forgotten: deleted or detached.
     *
     * @return true where it is
     */
    public boolean isGone() {
        return gone;
    }

    /** Remembers that the new row is one because there was none when the unit of work looked. */
    public void upserted() {
        upserted = true;
    }

    /**
     * Whether the new row would be an update of another that appears meanwhile.
     *
     * @return true where it would
     */
    public boolean isUpserted() {
        return upserted;
    }

    /** Forgets the object. */
    public void forget() {
        gone = true;
    }

    /**
     * Whether the row is marked as deleted.
     *
     * @return true where it is soft-deleted in the database
     */
    public boolean isSoftDeleted() {
        var deletedAt = model().deletedAt();
        return snapshot != null && deletedAt != null && snapshot[deletedAt.position()] != null;
    }

    /**
     * Whether the application sees the object as soft-deleted: its row is marked, and it is not about to be restored.
     *
     * @return true where finds pass it over
     */
    public boolean isHidden() {
        return isSoftDeleted() && pending != Pending.RESTORE;
    }

    /**
     * Puts another instance in the place of the object.
     *
     * @param entity the new instance
     */
    public void replace(Object entity) {
        this.entity = entity;
    }

    /**
     * Remembers what was written.
     *
     * @param key the key
     * @param row the row as it is in the database now
     */
    public void written(EntityKey key, @Nullable Object[] row) {
        if (original == null) {
            original = snapshot;
        }
        this.key = key;
        this.snapshot = row;
        this.pending = Pending.NOTHING;
    }

    /**
     * Remembers a row that was read again.
     *
     * @param row the row as it is in the database now
     */
    public void reread(@Nullable Object[] row) {
        this.snapshot = row;
        this.members = Map.of();
        this.parts = Set.of();
    }

    /**
     * The row as it was before this unit of work wrote anything, for taking ids and versions back.
     *
     * @return the row, or null where nothing was written
     */
    public @Nullable Object @Nullable [] original() {
        return original;
    }

    /**
     * The entities of an association as the database has them, as far as this unit of work knows.
     *
     * @param association an association of the object's entity
     * @return the objects; null where they were not read
     */
    public @Nullable List<Object> members(AssociationModel association) {
        return members.get(association);
    }

    /**
     * Remembers the entities of an association.
     *
     * @param association an association of the object's entity
     * @param entities the objects as the database has them
     */
    public void members(AssociationModel association, List<Object> entities) {
        if (members.isEmpty()) {
            members = new IdentityHashMap<>();
        }
        members.put(association, entities);
    }

    /**
     * Remembers whether the object was given a part of an association only.
     *
     * @param association an association of the object's entity
     * @param limited true for a part, false for the whole
     */
    public void part(AssociationModel association, boolean limited) {
        if (limited) {
            if (parts.isEmpty()) {
                parts = Collections.newSetFromMap(new IdentityHashMap<>());
            }
            parts.add(association);
        } else if (!parts.isEmpty()) {
            parts.remove(association);
        }
    }

    /**
     * Whether the object was given a part of an association only.
     *
     * @param association an association of the object's entity
     * @return false where it is whole, or not loaded
     */
    public boolean isPart(AssociationModel association) {
        return parts.contains(association);
    }

    /**
     * Writes a value with the next flush that the object itself does not have.
     *
     * @param position a position of the row
     * @param value the value
     */
    public void override(int position, @Nullable Object value) {
        if (overrides.isEmpty()) {
            overrides = new TreeMap<>();
        }
        overrides.put(position, Optional.ofNullable(value));
    }

    /**
     * The value that the next flush writes to a position in place of the object's.
     *
     * @param position a position of the row
     * @return the value, or null where there is none
     */
    public @Nullable Object overridden(int position) {
        Optional<Object> value = overrides.get(position);
        return value == null ? null : value.orElse(null);
    }

    /** Forgets what the object does not have itself. */
    public void clearOverrides() {
        overrides = Map.of();
    }

    /**
     * The object's row as it shall be.
     *
     * @return a new row: of the object, with what it does not have itself
     */
    public @Nullable Object[] toRow() {
        @Nullable Object[] row = mapper.toRow(entity);
        if (snapshot != null) {
            for (int position : mapper.hidden()) {
                row[position] = row[position] == null ? snapshot[position] : row[position];
            }
            for (CollectionModel collection : model().collections()) {
                int position = collection.position();
                if (collection.isLinks() && row[position] == null) {
                    row[position] = snapshot[position];
                }
            }
        }
        overrides.forEach((position, value) -> row[position] = value.orElse(null));
        return row;
    }
}
