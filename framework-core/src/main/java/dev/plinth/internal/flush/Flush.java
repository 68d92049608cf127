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
import dev.plinth.unitofwork.FlushPlan;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
     * @param identities where objects are known
     * @param objects the objects to look at
     * @param now the time
     * @return true where there is something to write
     */
    public boolean isNeeded(IdentityMap identities, List<Tracked> objects, Instant now) {
        return new Planner(identities, rules, validation, now).isNeeded(objects);
    }

    /**
     * Says what a flush would do, without doing it.
     *
     * @param identities where the objects are known
     * @param objects everything that is tracked
     * @param now the time
     * @return what would be sent
     * @throws jakarta.data.exceptions.DataException where a write is refused before it is sent
     */
    public FlushPlan plan(IdentityMap identities, List<Tracked> objects, Instant now) {
        return Descriptions.of(new Planner(identities, rules, validation, now).plan(objects));
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
        Plan plan = new Planner(identities, rules, validation, now).plan(objects);
        List<PlannedChange> changes = plan.changes();
        AuditSink.Entries trail = audit.of(changes, now);
        plan.batches().forEach(batch -> send(identities, batch));
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

    private void send(IdentityMap identities, Plan.Batch batch) {
        List<Step> steps = batch.steps();
        for (Step step : steps) {
            References.complete(identities, step.entity(), step.before());
            References.complete(identities, step.entity(), step.after());
        }
        WriteResult result = write(batch);
        for (int i = 0; i < result.generatedIds().size(); i++) {
            setGeneratedId(steps.get(i), result.generatedIds().get(i));
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!result.stale().contains(i)) {
                Step step = steps.get(i);
                written.accept(
                        step.kind().name().toLowerCase(Locale.ROOT) + " " + EntityKey.of(step.entity(), step.row()));
            }
        }
        if (!result.stale().isEmpty()) {
            throw stale(steps.get(result.stale().get(0)));
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
                    && batch.steps().get(0).isUpserted()) {
                throw Conflicts.ofUpsert(batch.message().entity(), e);
            }
            throw e;
        }
    }

    /** One more read for the whole batch, whatever the engine: what the database has set is part of the row. */
    private void readBack(Plan.Batch batch) {
        EntityModel entity = batch.message().entity();
        Map<EntityKey, Step> byKey = new LinkedHashMap<>();
        batch.steps().forEach(step -> byKey.put(EntityKey.of(entity, step.row()), step));
        for (Object[] found : session.get().findByKeys(entity, List.copyOf(byKey.keySet()), false)) {
            EntityKey key = EntityKey.of(entity, found);
            Step step = byKey.get(key);
            if (step == null) {
                throw Conflicts.otherId(key);
            }
            batch.returned().forEach(column -> {
                step.row()[column.position()] = found[column.position()];
                step.change().row()[column.position()] = found[column.position()];
            });
        }
    }

    // the object itself is told when everything is sent; others that refer to it need the id now
    private static void setGeneratedId(Step step, Object generated) {
        ColumnModel id = step.entity().id().columns().get(0);
        Number number = (Number) generated;
        Object value = switch (id.type()) {
            case BYTE -> (Object) number.byteValue();
            case SHORT -> number.shortValue();
            case INT -> number.intValue();
            default -> number.longValue();
        };
        step.row()[id.position()] = value;
        step.change().row()[id.position()] = value;
        step.change().tracked().generated(EntityKey.of(step.entity(), step.row()));
    }

    private StaleEntityException stale(Step step) {
        @Nullable Object[] expected = Objects.requireNonNull(step.change().before());
        EntityModel entity = step.entity();
        List<Object[]> found = session.get().findByKeys(entity, List.of(EntityKey.of(entity, expected)), true);
        return Conflicts.stale(step.change().tracked().mapper(), expected, found.isEmpty() ? null : found.get(0));
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
                isNew ? DatabaseValues.ofInsert(tracked.model()) : DatabaseValues.ofUpdate(tracked.model());
        databases.forEach(column -> set.set(column.position()));
        patch(identities, tracked, change.row(), set);
    }

    private static void patch(IdentityMap identities, Tracked tracked, @Nullable Object[] row, BitSet positions) {
        identities.replace(tracked, tracked.mapper().patch(tracked.entity(), row, positions));
    }
}
