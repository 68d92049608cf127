package dev.plinth.internal.flush;

import dev.plinth.audit.AuditAction;
import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change that a flush will send.
 *
 * @param tracked the object
 * @param kind what is done to the row
 * @param action what that means to the application
 * @param before the row as it is in the database, or null for a new one
 * @param after the row as it shall be, or null where it is removed
 * @param positions the positions that are written
 * @param step when it is sent among the changes of its kind; {@link #PARKED} for a change that only moves a unique value
 *     out of the way of others and is followed by the change itself
 */
public record PlannedChange(
        Tracked tracked,
        WriteBatch.Kind kind,
        AuditAction action,
        @Nullable Object @Nullable [] before,
        @Nullable Object @Nullable [] after,
        BitSet positions,
        int step) {
    static final int PARKED = 0;

    static PlannedChange of(
            Tracked tracked,
            WriteBatch.Kind kind,
            AuditAction action,
            @Nullable Object @Nullable [] before,
            @Nullable Object @Nullable [] after,
            BitSet positions) {
        return new PlannedChange(tracked, kind, action, before, after, positions, PARKED + 1);
    }

    PlannedChange atStep(int step) {
        return new PlannedChange(tracked, kind, action, before, after, positions, step);
    }

    boolean isParking() {
        return step == PARKED;
    }

    /**
     * The entity.
     *
     * @return its model
     */
    public EntityModel entity() {
        return tracked.model();
    }

    /**
     * The row that has the id, and that still is there.
     *
     * @return the row after the change, or before it where it is removed
     */
    public @Nullable Object[] row() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    Change toChange() {
        return new Change(before, after);
    }

    List<ColumnModel> guards() {
        if (before == null) {
            return List.of();
        }
        List<ColumnModel> guards = new ArrayList<>(entity().id().columns());
        ColumnModel version = entity().version();
        if (version != null) {
            guards.add(version);
        }
        ColumnModel deletedAt = entity().deletedAt();
        if (deletedAt != null) {
            guards.add(deletedAt);
        }
        return guards;
    }

    /** What must be alike for two changes to go into one batch. */
    Shape shape() {
        BitSet nullGuards = new BitSet();
        for (ColumnModel guard : guards()) {
            nullGuards.set(guard.position(), Objects.requireNonNull(before)[guard.position()] == null);
        }
        return new Shape(entity(), rank(), step, kind, positions, nullGuards, tracked.isUpserted());
    }

    // what is deleted first frees the unique values that others take
    private int rank() {
        return switch (action) {
            case PURGE -> 0;
            case DELETE -> 1;
            case UPDATE -> 2;
            case RESTORE -> 3;
            case INSERT -> 4;
        };
    }

    record Shape(
            EntityModel entity,
            int rank,
            int step,
            WriteBatch.Kind kind,
            BitSet positions,
            BitSet nullGuards,
            boolean upserted) {}
}
