package dev.plinth.internal.policy;

import dev.plinth.internal.values.RowRules;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.time.Instant;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Versions: set on a new row, and moved on by every write. */
public final class Versions {
    private Versions() {}

    /**
     * Sets the first version of a new row.
     *
     * @param entity the entity
     * @param rules its rules
     * @param row the new row
     * @param now the time
     */
    public static void start(EntityModel entity, RowRules rules, @Nullable Object[] row, Instant now) {
        ColumnModel version = entity.version();
        if (version != null) {
            row[version.position()] = rules.of(version).nextVersion(null, now);
        }
    }

    /**
     * Moves the version of a changed row on.
     *
     * @param entity the entity
     * @param rules its rules
     * @param before the row in the database
     * @param after the row as it shall be
     * @param positions the positions that are written, to which the version is added
     * @param now the time
     */
    public static void bump(
            EntityModel entity,
            RowRules rules,
            @Nullable Object[] before,
            @Nullable Object[] after,
            BitSet positions,
            Instant now) {
        ColumnModel version = entity.version();
        if (version != null) {
            after[version.position()] = rules.of(version).nextVersion(before[version.position()], now);
            positions.set(version.position());
        }
    }
}
