package dev.plinth.internal.audit;

import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.error.ValueTooLongException;
import dev.plinth.error.Violation;
import dev.plinth.internal.flush.AuditSink;
import dev.plinth.internal.flush.PlannedChange;
import dev.plinth.internal.ids.TimeOrderedUuids;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes the changes of audited entities as rows of the audit trail. Thread-safe. */
public final class AuditWriter implements AuditSink {
    private final EntityMapper mapper;
    private final RowRules rules;
    private final TimeOrderedUuids uuids;
    private final Supplier<@Nullable String> actor;

    /**
     * Creates the writer of a Plinth.
     *
     * @param mapper the mapper of {@link AuditRow}
     * @param rules its rules
     * @param uuids makes ids
     * @param actor says who is acting
     */
    public AuditWriter(EntityMapper mapper, RowRules rules, TimeOrderedUuids uuids, Supplier<@Nullable String> actor) {
        this.mapper = mapper;
        this.rules = rules;
        this.uuids = uuids;
        this.actor = actor;
    }

    @Override
    public Entries of(List<PlannedChange> changes, Instant now) {
        List<PlannedChange> audited =
                changes.stream().filter(change -> change.entity().audited()).toList();
        if (audited.isEmpty()) {
            return List::of;
        }
        String who = checked(actor.get());
        return () -> batches(audited, who, now);
    }

    private List<WriteBatch> batches(List<PlannedChange> audited, @Nullable String who, Instant now) {
        List<Change> rows = audited.stream()
                .map(change -> new Change(null, row(change, who, now)))
                .toList();
        EntityModel entity = mapper.model();
        return List.of(new WriteBatch(
                WriteBatch.Kind.INSERT, entity, entity.columns(), entity.collections(), List.of(), rows));
    }

    private static @Nullable String checked(@Nullable String who) {
        if (who != null && who.length() > AuditRow.ACTOR_LENGTH) {
            throw new ValueTooLongException(
                    new Violation(null, null, List.of("actor"), List.of("actor")),
                    "the actor of the audit trail has " + who.length() + " characters, more than the "
                            + AuditRow.ACTOR_LENGTH
                            + " that are kept. Let the supplier given to actor(...) return a shorter name. Nothing was sent to"
                            + " the database",
                    null);
        }
        return who;
    }

    private @Nullable Object[] row(PlannedChange change, @Nullable String who, Instant now) {
        EntityModel entity = change.tracked().model();
        ColumnModel version = entity.version();
        Object afterwards = version == null ? null : change.row()[version.position()];
        @Nullable
        Object[] row = mapper.toRow(new AuditRow(
                uuids.next(),
                entity.name(),
                ChangesJson.ofKey(EntityKey.of(entity, change.row())),
                change.action().name(),
                now,
                who,
                afterwards == null ? null : afterwards.toString(),
                ChangesJson.ofRows(entity, change.before(), change.after())));
        BitSet all = new BitSet();
        all.set(0, row.length);
        rules.toPrecision(row, all, null);
        rules.check(row, all, null);
        return row;
    }
}
