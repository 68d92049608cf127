package dev.plinth.internal.policy;

import dev.plinth.audit.AuditAction;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.time.Instant;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Soft delete: a mark on the row. */
public final class SoftDeletes {
    private SoftDeletes() {}

    /**
     * Carries the mark over to a row that was made of an object, which does not have it.
     *
     * @param entity the entity
     * @param before the row in the database
     * @param after the object's row
     */
    public static void keep(EntityModel entity, @Nullable Object[] before, @Nullable Object[] after) {
        ColumnModel deletedAt = entity.deletedAt();
        if (deletedAt != null) {
            after[deletedAt.position()] = before[deletedAt.position()];
        }
    }

    /**
     * Sets or takes away the mark.
     *
     * @param entity the entity
     * @param rules its rules
     * @param after the row as it shall be
     * @param positions the positions that are written, to which the mark is added
     * @param action what is done to the entity
     * @param now the time
     */
    public static void mark(
            EntityModel entity,
            RowRules rules,
            @Nullable Object[] after,
            BitSet positions,
            AuditAction action,
            Instant now) {
        ColumnModel deletedAt = entity.deletedAt();
        if (deletedAt != null && (action == AuditAction.DELETE || action == AuditAction.RESTORE)) {
            after[deletedAt.position()] =
                    action == AuditAction.DELETE ? rules.of(deletedAt).toPrecision(now) : null;
            positions.set(deletedAt.position());
        }
    }
}
