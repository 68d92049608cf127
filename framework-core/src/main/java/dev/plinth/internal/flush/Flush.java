package dev.plinth.internal.flush;

import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.StaleEntityException;
import dev.plinth.internal.policy.Conflicts;
import dev.plinth.internal.policy.DatabaseValues;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the changes of a unit of work: plans everything, then sends it, then tells the objects. Until everything is sent
 * no object is touched, so that a failed flush leaves them as the application knows them.
 */
public final class Flush {
    private final Supplier<StoreSession> session;
    private final Function<EntityModel, RowRules> rules;
    private final Validation validation;
    private final boolean databaseValues;
    private final AuditSink audit;
    private final Consumer<String> written;

    /**
     * Prepares flushes of one unit of work.
     *
     * @param session what the changes are sent to
     * @param rules the rules of an entity
     * @param validation asked before anything is sent
     * @param databaseValues whether the database may have set columns that were not written
     * @param audit describes changes for the audit trail
     * @param written told of every write that was made, in words
     */
    public Flush(
            Supplier<StoreSession> session,
            Function<EntityModel, RowRules> rules,
            Validation validation,
            boolean databaseValues,
            AuditSink audit,
            Consumer<String> written) {
        this.session = session;
        this.rules = rules;
        this.validation = validation;
        this.databaseValues = databaseValues;
        this.audit = audit;
        this.written = written;
    }

    /**
     * Whether a flush would write anything to some entities.
     *
     * @param objects the objects to look at
     * @param now the time
     * @return true where there is something to write
     */
    public boolean isNeeded(List<Tracked> objects, Instant now) {
        return new Planner(rules, validation, now).isNeeded(objects);
    }

    /**
     * Writes what has changed.
     *
     * @param objects everything that is tracked
     * @param identities where the objects are known
     * @param now the time
     * @return whether there was something to write
     * @throws StaleEntityException where a row is not as it was read
     * @throws jakarta.data.exceptions.DataException where a write is refused
     */
    public boolean run(IdentityMap identities, List<Tracked> objects, Instant now) {
        Plan plan = new Planner(rules, validation, now).plan(objects);
        List<PlannedChange> changes = plan.batches().stream()
                .flatMap(batch -> batch.changes().stream())
                .filter(change -> !change.isParking())
                .toList();
        AuditSink.Entries trail = audit.of(changes, now);
        plan.batches().forEach(this::send);
        for (WriteBatch entries : trail.batches()) {
            session.get().write(entries);
            written.accept("insert " + entries.changes().size() + " audit entries");
        }
        changes.forEach(change -> settle(identities, change));
        plan.truncations()
                .forEach(truncation ->
                        patch(identities, truncation.tracked(), truncation.row(), truncation.positions()));
        return !plan.isEmpty();
    }

    private void send(Plan.Batch batch) {
        WriteResult result = write(batch);
        List<PlannedChange> changes = batch.changes();
        for (int i = 0; i < result.generatedIds().size(); i++) {
            setGeneratedId(changes.get(i), result.generatedIds().get(i));
        }
        for (int i = 0; i < changes.size(); i++) {
            if (!result.stale().contains(i)) {
                PlannedChange change = changes.get(i);
                written.accept(change.kind().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + EntityKey.of(change.entity(), change.row()));
            }
        }
        if (!result.stale().isEmpty()) {
            throw stale(changes.get(result.stale().get(0)));
        }
        if (databaseValues && !batch.returned().isEmpty()) {
            readBack(batch);
        }
    }

    private WriteResult write(Plan.Batch batch) {
        try {
            return session.get().write(batch.message());
        } catch (DuplicateKeyException e) {
            // a batch has nothing but upserts, or none
            if (batch.message().kind() == WriteBatch.Kind.INSERT
                    && batch.changes().get(0).tracked().isUpserted()) {
                throw Conflicts.ofUpsert(batch.message().entity(), e);
            }
            throw e;
        }
    }

    /** One more read for the whole batch, whatever the engine: what the database has set is part of the row. */
    private void readBack(Plan.Batch batch) {
        EntityModel entity = batch.message().entity();
        Map<EntityKey, PlannedChange> byKey = new LinkedHashMap<>();
        batch.changes().forEach(change -> byKey.put(EntityKey.of(entity, change.row()), change));
        for (Object[] found : session.get().findByKeys(entity, List.copyOf(byKey.keySet()), false)) {
            EntityKey key = EntityKey.of(entity, found);
            PlannedChange change = byKey.get(key);
            if (change == null) {
                throw Conflicts.otherId(key);
            }
            @Nullable Object[] row = change.row();
            batch.returned().forEach(column -> row[column.position()] = found[column.position()]);
        }
    }

    private static void setGeneratedId(PlannedChange change, Object generated) {
        ColumnModel id = change.entity().id().columns().get(0);
        Number number = (Number) generated;
        change.row()[id.position()] = switch (id.type()) {
            case BYTE -> (Object) number.byteValue();
            case SHORT -> number.shortValue();
            case INT -> number.intValue();
            default -> number.longValue();
        };
    }

    private StaleEntityException stale(PlannedChange change) {
        @Nullable Object[] expected = Objects.requireNonNull(change.before());
        EntityModel entity = change.entity();
        List<Object[]> found = session.get().findByKeys(entity, List.of(EntityKey.of(entity, expected)), true);
        return Conflicts.stale(change.tracked().mapper(), expected, found.isEmpty() ? null : found.get(0));
    }

    private static void settle(IdentityMap identities, PlannedChange change) {
        Tracked tracked = change.tracked();
        if (change.after() == null) {
            identities.remove(tracked);
            return;
        }
        boolean isNew = tracked.snapshot() == null;
        tracked.written(EntityKey.of(change.entity(), change.row()), change.row());
        if (isNew) {
            identities.addKey(tracked);
        }
        BitSet set = new BitSet();
        if (isNew && change.entity().id().generation() instanceof Generation.Identity) {
            change.entity().id().columns().forEach(column -> set.set(column.position()));
        }
        ColumnModel version = change.entity().version();
        if (version != null) {
            set.set(version.position());
        }
        List<ColumnModel> databases =
                isNew ? DatabaseValues.ofInsert(change.entity()) : DatabaseValues.ofUpdate(change.entity());
        databases.forEach(column -> set.set(column.position()));
        patch(identities, tracked, change.row(), set);
    }

    private static void patch(IdentityMap identities, Tracked tracked, @Nullable Object[] row, BitSet positions) {
        identities.replace(tracked, tracked.mapper().patch(tracked.entity(), row, positions));
    }
}
