package dev.plinth.internal.flush;

import dev.plinth.audit.AuditAction;
import dev.plinth.backend.WriteBatch;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.policy.DatabaseValues;
import dev.plinth.internal.policy.ReadOnlyEntities;
import dev.plinth.internal.policy.SoftDeletes;
import dev.plinth.internal.policy.Versions;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.RowDifference;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changes of tracked objects and applies the policies (versions, soft delete) to them. Sends nothing and changes
 * no object.
 */
final class Planner {
    private final IdentityMap identities;
    private final Function<EntityModel, RowRules> rules;
    private final Validation validation;
    private final Instant now;
    private final List<Tracked> validated = new ArrayList<>();
    private final List<Runnable> checks = new ArrayList<>();
    private final List<PlannedChange> changes = new ArrayList<>();
    private final List<Plan.Truncation> truncations = new ArrayList<>();

    Planner(IdentityMap identities, Function<EntityModel, RowRules> rules, Validation validation, Instant now) {
        this.identities = identities;
        this.rules = rules;
        this.validation = validation;
        this.now = now;
    }

    /** Whether there is anything to write; says nothing of whether it can be. */
    boolean isNeeded(List<Tracked> objects) {
        objects.forEach(this::add);
        return !changes.isEmpty();
    }

    Plan plan(List<Tracked> objects) {
        objects.forEach(this::add);
        // first what the application's own constraints say of all objects, then what columns cannot hold
        validation.check(validated);
        checks.forEach(Runnable::run);
        return Plan.of(changes, truncations, pending -> References.target(identities, pending));
    }

    private void add(Tracked tracked) {
        switch (tracked.pending()) {
            case INSERT -> insert(tracked);
            case PURGE -> delete(tracked, AuditAction.PURGE);
            case REMOVE -> {
                if (tracked.model().deletedAt() == null) {
                    delete(tracked, AuditAction.DELETE);
                } else {
                    update(tracked, AuditAction.DELETE);
                }
            }
            case RESTORE -> update(tracked, AuditAction.RESTORE);
            case NOTHING -> update(tracked, AuditAction.UPDATE);
        }
    }

    private void insert(Tracked tracked) {
        EntityModel entity = tracked.model();
        @Nullable Object[] row = References.resolved(identities, tracked, tracked.toRow());
        RowRules rule = rules.apply(entity);
        Versions.start(entity, rule, row, now);
        BitSet positions = new BitSet(entity.width());
        positions.set(0, entity.width());
        DatabaseValues.leaveOut(entity, row, positions);
        ColumnModel unset = entity.id().generation() instanceof Generation.Identity
                ? entity.id().columns().get(0)
                : null;
        truncate(tracked, rule, row, positions, null);
        validated.add(tracked);
        requireSameId(tracked, row);
        if (unset != null) {
            positions.clear(unset.position());
        }
        checks.add(() -> rule.check(row, positions, null));
        changes.add(new PlannedChange(tracked, WriteBatch.Kind.INSERT, AuditAction.INSERT, null, row, positions));
    }

    private void update(Tracked tracked, AuditAction action) {
        EntityModel entity = tracked.model();
        @Nullable Object[] before = tracked.row();
        @Nullable Object[] after = References.resolved(identities, tracked, tracked.toRow());
        SoftDeletes.keep(entity, before, after);
        RowRules rule = rules.apply(entity);
        BitSet positions = changed(tracked, rule, before, after);
        requireWritten(tracked, positions);
        List<ColumnModel> kept = DatabaseValues.keep(entity, tracked.key(), before, after, positions);
        if (!kept.isEmpty()) {
            BitSet taken = new BitSet();
            kept.forEach(column -> taken.set(column.position()));
            truncations.add(new Plan.Truncation(tracked, after, taken));
        }
        if (positions.isEmpty() && action == AuditAction.UPDATE) {
            return;
        }
        requireSameId(tracked, after);
        requireSameVersion(tracked, after);
        if (action == AuditAction.UPDATE && tracked.isSoftDeleted()) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + tracked.key() + "' was changed, but it is soft-deleted. Restore it first",
                    null);
        }
        if (action != AuditAction.DELETE && !positions.isEmpty()) {
            validated.add(tracked);
        }
        checks.add(() -> rule.check(after, positions, before));
        SoftDeletes.mark(entity, rule, after, positions, action, now);
        Versions.bump(entity, rule, before, after, positions, now);
        changes.add(new PlannedChange(tracked, WriteBatch.Kind.UPDATE, action, before, after, positions));
    }

    // a row may hold what the model would not take: nothing is said of what is not written
    private BitSet changed(Tracked tracked, RowRules rule, @Nullable Object[] before, @Nullable Object[] after) {
        BitSet given = RowDifference.of(tracked.model(), before, after);
        if (given.isEmpty()) {
            return given;
        }
        truncate(tracked, rule, after, given, before);
        // to compare JSON costs, and nothing of it is truncated
        BitSet json = RowDifference.json(tracked.model(), given);
        given.andNot(json);
        BitSet changed = RowDifference.among(given, tracked.model(), before, after);
        changed.or(json);
        return changed;
    }

    private void delete(Tracked tracked, AuditAction action) {
        changes.add(new PlannedChange(tracked, WriteBatch.Kind.DELETE, action, tracked.row(), null, new BitSet()));
    }

    private void truncate(
            Tracked tracked,
            RowRules rule,
            @Nullable Object[] row,
            BitSet positions,
            @Nullable Object @Nullable [] before) {
        BitSet truncated = rule.toPrecision(row, positions, before);
        if (!truncated.isEmpty()) {
            truncations.add(new Plan.Truncation(tracked, row, truncated));
        }
    }

    private static void requireWritten(Tracked tracked, BitSet positions) {
        EntityModel entity = tracked.model();
        if (entity.readOnly() && !positions.isEmpty()) {
            String changed = Stream.concat(
                            RowDifference.columns(entity, positions).stream().map(ColumnModel::path),
                            RowDifference.collections(entity, positions).stream()
                                    .map(CollectionModel::path))
                    .collect(Collectors.joining(", "));
            throw ReadOnlyEntities.refused(entity, "'" + tracked.key() + "' was changed (" + changed + ")");
        }
    }

    private static void requireSameVersion(Tracked tracked, @Nullable Object[] row) {
        ColumnModel version = tracked.model().version();
        if (version != null && !RowDifference.equal(row[version.position()], tracked.row()[version.position()])) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "the version of '" + tracked.key() + "' was changed from "
                            + tracked.row()[version.position()] + " to " + row[version.position()]
                            + ". The version of a tracked object is Plinth's to set: to check one that came from elsewhere, give"
                            + " a detached object with it to update(...)",
                    null);
        }
    }

    private static void requireSameId(Tracked tracked, @Nullable Object[] row) {
        if (tracked.key() != null && !tracked.key().equals(tracked.mapper().keyOf(row))) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_ID,
                    "the id of '" + tracked.key() + "' was changed to "
                            + (tracked.mapper().keyOf(row) == null
                                    ? "null"
                                    : "'" + tracked.mapper().keyOf(row) + "'")
                            + ". The id of a tracked object is fixed: insert a new object instead",
                    null);
        }
    }
}
