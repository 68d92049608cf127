package dev.plinth.internal.unitofwork;

import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.References;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.loading.Loader;
import dev.plinth.internal.policy.ReadOnlyEntities;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.FlushPlan;
import dev.plinth.unitofwork.ReadMode;
import dev.plinth.unitofwork.UnitOfWork;
import jakarta.transaction.Synchronization;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The unit of work itself: checks that it may do what it is asked, flushes where it must, and lets others do it. */
final class RunningUnit implements UnitOfWork {
    private final Runtime runtime;
    private final RepositoryProvider repositories;
    private final Guard guard;
    private final Lifecycle lifecycle;
    private final IdentityMap identities = new IdentityMap();
    private final Loader loader;
    private final Reads reads;
    private final Writes writes;
    private final GraphWork graph;
    private final Flushing flushing;

    RunningUnit(
            Runtime runtime, RepositoryProvider repositories, @Nullable Thread owner, boolean readOnly, ReadMode mode) {
        this.runtime = runtime;
        this.repositories = repositories;
        this.guard = new Guard(runtime, owner, readOnly);
        this.lifecycle = new Lifecycle(runtime, guard, identities);
        this.loader = loader(identities);
        this.reads = new Reads(lifecycle::session, identities, loader, () -> loader(new IdentityMap()), mode);
        this.writes = new Writes(identities, reads, new Ids(runtime, lifecycle::session));
        this.graph = new GraphWork(runtime, lifecycle::session, identities, reads, writes, loader);
        this.flushing = new Flushing(runtime, guard, lifecycle, identities, graph);
    }

    private Loader loader(IdentityMap known) {
        Loader made = new Loader(this::session, runtime::entity, known, runtime.isStrict(), this::beforeLoading);
        // what is read untracked is forgotten with the last of its objects: one that is gone needs no end
        WeakReference<Loader> weak = new WeakReference<>(made);
        lifecycle.closeAtEnd(() -> {
            Loader open = weak.get();
            if (open != null) {
                open.end();
            }
        });
        return made;
    }

    // an entity may be touched anywhere: on another thread, or after a failure
    private StoreSession session() {
        guard.requireRunning();
        return lifecycle.session();
    }

    Guard guard() {
        return guard;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    boolean isRunning() {
        return !guard.isEnded() && runtime.isOpen();
    }

    /** Whether an object is one of an entity of the model, or of a subclass of one. */
    boolean knows(Object entity) {
        Class<?> type = entity.getClass();
        while (type != null && !runtime.isEntity(type)) {
            type = type.getSuperclass();
        }
        return type != null;
    }

    @Override
    public <R> R repository(Class<R> type) {
        guard.requireRunning();
        return repositories.create(Given.repository(type), new BoundTransactions(this));
    }

    @Override
    public <T> Optional<T> findById(Class<T> type, Object id, Deleted deleted) {
        guard.requireRunning();
        return Optional.ofNullable(type.cast(reads.findById(runtime.entity(type), id, deleted)));
    }

    @Override
    public <T> T getById(Class<T> type, Object id) {
        return findById(type, id)
                .orElseThrow(() -> new EntityNotFoundException(
                        ErrorCode.NOT_FOUND,
                        "there is no '" + runtime.entity(type).model().name() + "' with id " + id,
                        null));
    }

    @Override
    public <T> List<T> find(Selection<T> selection) {
        EntityRuntime entity = prepareQuery(selection);
        return reads.find(entity, selection).stream()
                .map(selection.type()::cast)
                .toList();
    }

    @Override
    public <T> Stream<T> stream(Selection<T> selection) {
        return stream(selection, () -> {});
    }

    /** A stream that tells when it is closed or has come to its end. */
    <T> Stream<T> stream(Selection<T> selection, Runnable whenClosed) {
        EntityRuntime entity = prepareQuery(selection);
        reads.check(entity, selection.fetchPlan());
        RowCursor cursor = reads.open(entity.binder().bind(selection));
        RowStream rows = new RowStream(
                cursor,
                read -> reads.toEntities(entity, read, selection.fetchPlan()),
                Reads.streamed(entity),
                guard::requireRunning,
                whenClosed);
        lifecycle.closeAtEnd(rows);
        return rows.stream().map(selection.type()::cast);
    }

    @Override
    public long count(Selection<?> selection) {
        return reads.count(prepareQuery(selection), selection);
    }

    @Override
    public boolean exists(Selection<?> selection) {
        return reads.exists(prepareQuery(selection), selection);
    }

    // a query sees what this unit of work has changed
    private EntityRuntime prepareQuery(Selection<?> selection) {
        guard.requireRunning();
        EntityRuntime entity = runtime.entity(Given.selection(selection).type());
        flushing.beforeReading(entity.model());
        return entity;
    }

    private void beforeLoading(EntityModel entity) {
        flushing.beforeLoading(entity);
    }

    @Override
    public <T> void fetch(FetchPlan<T> plan, Collection<? extends T> entities) {
        guard.requireRunning();
        Given.required(plan, "fetch plan", "Give one: FetchPlan.of(Customer::getOrders)");
        for (T entity : Given.required(entities, "collection of entities", "Give those that were found")) {
            loader.check(plan, runtime.entity(References.typeOf(required(entity))));
        }
        loader.fetch(plan, entities);
    }

    @Override
    public <T> T insert(T entity) {
        EntityRuntime runtimeOf = prepareWrite(entity);
        return same(entity, writes.insert(runtimeOf, entity));
    }

    @Override
    public <T> T update(T entity) {
        return this.<T>updateAll(List.of(required(entity))).get(0);
    }

    @Override
    public <T> T upsert(T entity) {
        return this.<T>upsertAll(List.of(required(entity))).get(0);
    }

    @Override
    public void remove(Object entity) {
        removeAll(List.of(required(entity)));
    }

    @Override
    public <T> List<T> updateAll(Collection<? extends T> entities) {
        return merged(withRows(entities, writes::update));
    }

    @Override
    public <T> List<T> upsertAll(Collection<? extends T> entities) {
        return merged(withRows(entities, writes::upsert));
    }

    @Override
    public void removeAll(Collection<?> entities) {
        withRows(entities, (entity, object, rows) -> {
            writes.remove(entity, object, rows);
            return object;
        });
    }

    private <T> List<T> merged(List<T> roots) {
        graph.merge(roots, members -> withRows(members, writes::merge));
        return roots;
    }

    private interface RowWrite {
        Object apply(EntityRuntime entity, Object object, Map<EntityKey, Object[]> rows);
    }

    private <T> List<T> withRows(Collection<? extends T> entities, RowWrite write) {
        guard.requireWritable();
        if (entities.isEmpty()) {
            return List.of();
        }
        // of one entity or of those that extend it, so that their rows are read together
        Map<T, EntityRuntime> types = new IdentityHashMap<>();
        EntityRuntime last = null;
        for (T object : entities) {
            last = prepareWrite(object);
            types.put(object, last);
        }
        EntityRuntime any = last;
        types.forEach((object, type) -> {
            if (type.model().root() != any.model().root()) {
                any.mapper().requireInstance(object);
            }
        });
        Map<EntityKey, Object[]> rows = writes.rowsOf(any, types);
        return entities.stream()
                .map(object -> this.<T>same(object, write.apply(types.get(object), object, rows)))
                .toList();
    }

    private EntityRuntime prepareWrite(Object entity) {
        guard.requireWritable();
        References.fill(required(entity));
        EntityRuntime of = runtime.entity(References.typeOf(entity));
        ReadOnlyEntities.requireWritten(of.model());
        return of;
    }

    private static <T> T required(@Nullable T entity) {
        return required(entity, "entity");
    }

    private static <T> T required(@Nullable T argument, String what) {
        return Given.required(argument, what, "Give the object");
    }

    @SuppressWarnings("unchecked") // a copy is of the class of its original
    private <T> T same(T original, Object copy) {
        return (T) References.typeOf(original).cast(copy);
    }

    @Override
    public <T> T restore(Class<T> type, Object id) {
        guard.requireWritable();
        ReadOnlyEntities.requireWritten(runtime.entity(type).model());
        return type.cast(writes.restore(runtime.entity(type), id));
    }

    @Override
    public void purge(Class<?> type, Object id) {
        guard.requireWritable();
        ReadOnlyEntities.requireWritten(runtime.entity(type).model());
        writes.purge(runtime.entity(type), id);
    }

    @Override
    public FlushPlan plan() {
        guard.requireWritable();
        return flushing.plan();
    }

    @Override
    public void flush() {
        guard.requireWritable();
        flushing.flush();
    }

    @Override
    public void refresh(Object entity) {
        guard.requireRunning();
        Tracked tracked = tracked(entity);
        if (tracked.model().isRecord() || tracked.snapshot() == null || !tracked.isPresent()) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + tracked.model().name() + "' cannot be refreshed: it is "
                            + (tracked.model().isRecord() ? "a record; find it again" : "new or removed"),
                    null);
        }
        graph.refresh(tracked);
    }

    /** Reads the row of a record anew; what was to be written of it is forgotten. */
    <T> T readAgain(T entity) {
        guard.requireRunning();
        References.fill(required(entity));
        EntityRuntime of = runtime.entity(References.typeOf(entity));
        @Nullable Object[] row = of.mapper().toRow(entity);
        EntityKey key = of.mapper().keyOf(row);
        Tracked tracked = key == null ? identities.findObject(entity) : identities.find(key);
        if (tracked != null && tracked.pending() == Tracked.Pending.INSERT) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + of.model().name() + "' cannot be read again: it is new. Flush first",
                    null);
        } else if (tracked != null) {
            identities.remove(tracked);
        }
        return same(entity, getById(of.model().type(), of.mapper().toId(row)));
    }

    @Override
    public void detach(Object entity) {
        guard.requireRunning();
        Tracked tracked = identities.findObject(required(entity));
        if (tracked != null) {
            identities.remove(tracked);
        }
    }

    @Override
    public boolean contains(Object entity) {
        guard.requireRunning();
        if (References.isUnloaded(required(entity))) {
            return loader.isReference(entity);
        }
        Tracked tracked = identities.findObject(entity);
        return tracked != null && tracked.entity() == entity && tracked.isPresent() && !tracked.isHidden();
    }

    @Override
    public <T> T current(T entity) {
        guard.requireRunning();
        Tracked tracked = tracked(entity);
        if (!tracked.isPresent()) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE, "'" + tracked.key() + "' was removed in this unit of work", null);
        }
        return same(entity, tracked.entity());
    }

    private Tracked tracked(Object entity) {
        References.fill(required(entity));
        Tracked tracked = identities.findObject(entity);
        if (tracked == null) {
            runtime.entity(References.typeOf(entity));
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "an object of " + entity.getClass().getName()
                            + " is not part of this unit of work. Find it here, or give it to update(...) first",
                    null);
        }
        return tracked;
    }

    @Override
    public boolean isReadOnly() {
        return guard.isReadOnly();
    }

    @Override
    public void register(Synchronization synchronization) {
        guard.requireRunning();
        lifecycle.register(required(synchronization, "callback"));
    }

    /** Flushes and commits; rolls everything back where that fails. */
    void commit() {
        guard.requireRunning();
        try {
            lifecycle.beforeCommit();
            if (guard.isReadOnly() && guard.failure() != null) {
                // the application knows of it, and there is nothing to lose
                lifecycle.rollback(null);
                return;
            } else if (!guard.isReadOnly()) {
                guard.requireUnbroken();
                flush();
            }
            lifecycle.commit();
        } catch (RuntimeException | Error e) {
            lifecycle.rollback(e);
            throw e;
        }
    }
}
