package dev.plinth.internal.flush;

import dev.plinth.audit.AuditAction;
import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One write to one row. Most changes are one step; a change that others wait for, and that waits for them, is several.
 *
 * @param change what the step is part of
 * @param part which part of it
 * @param kind what is done to the row
 * @param before the row as it is before the step, or null for a new one
 * @param after the row after the step, or null where it is removed
 * @param positions the positions that are written
 */
record Step(
        PlannedChange change,
        Part part,
        WriteBatch.Kind kind,
        @Nullable Object @Nullable [] before,
        @Nullable Object @Nullable [] after,
        BitSet positions) {
    /** The parts of a change, in their order. */
    enum Part {
        /** Lets go of values that others wait for. */
        PARK,
        /** The change itself. */
        WHOLE,
        /** Refers to rows that were not there yet. */
        COMPLETE
    }

    /** What must be alike for two steps to go into one batch. Rows of a hierarchy are those of its root. */
    record Shape(
            EntityModel entity,
            int rank,
            Part part,
            WriteBatch.Kind kind,
            BitSet positions,
            BitSet nullGuards,
            boolean upserted) {}

    EntityModel entity() {
        return change.entity();
    }

    Change toChange() {
        return new Change(before, after);
    }

    /** The row that has the id. */
    @Nullable
    Object[] row() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    boolean isUpserted() {
        return change.tracked().isUpserted();
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

    Shape shape() {
        BitSet nullGuards = new BitSet();
        for (ColumnModel guard : guards()) {
            nullGuards.set(guard.position(), Objects.requireNonNull(before)[guard.position()] == null);
        }
        return new Shape(
                entity().root(),
                part == Part.PARK ? -1 : rank(change.action()),
                part,
                kind,
                positions,
                nullGuards,
                isUpserted());
    }

    // what is deleted first frees the unique values that others take
    private static int rank(AuditAction action) {
        return switch (action) {
            case PURGE -> 0;
            case DELETE -> 1;
            case UPDATE -> 2;
            case RESTORE -> 3;
            case INSERT -> 4;
        };
    }
}
