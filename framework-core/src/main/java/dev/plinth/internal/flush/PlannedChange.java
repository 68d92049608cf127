package dev.plinth.internal.flush;

import dev.plinth.audit.AuditAction;
import dev.plinth.backend.WriteBatch;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.EntityModel;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change that a flush will make.
 *
 * @param tracked the object
 * @param kind what is done to the row
 * @param action what that means to the application
 * @param before the row as it is in the database, or null for a new one
 * @param after the row as it shall be, or null where it is removed
 * @param positions the positions that are written
 */
public record PlannedChange(
        Tracked tracked,
        WriteBatch.Kind kind,
        AuditAction action,
        @Nullable Object @Nullable [] before,
        @Nullable Object @Nullable [] after,
        BitSet positions) {
    /**
     * The entity.
     *
     * @return its model; of one that extends another, that of the root
     */
    public EntityModel entity() {
        return tracked.model().root();
    }

    /**
     * The row that has the id, and that still is there.
     *
     * @return the row after the change, or before it where it is removed
     */
    public @Nullable Object[] row() {
        return Objects.requireNonNull(after == null ? before : after);
    }
}
