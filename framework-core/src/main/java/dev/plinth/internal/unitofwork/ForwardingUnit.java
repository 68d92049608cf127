package dev.plinth.internal.unitofwork;

import dev.plinth.specification.Deleted;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.FlushPlan;
import dev.plinth.unitofwork.ManualUnitOfWork;
import jakarta.transaction.Synchronization;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A handle on a unit of work that the application ends itself. */
abstract class ForwardingUnit implements ManualUnitOfWork {
    private final RunningUnit unit;

    ForwardingUnit(RunningUnit unit) {
        this.unit = unit;
    }

    /** The unit of work, where this handle may still be used. */
    RunningUnit unit() {
        return unit;
    }

    @Override
    public <R> R repository(Class<R> type) {
        return unit().repository(type);
    }

    @Override
    public <T> Optional<T> findById(Class<T> type, Object id, Deleted deleted) {
        return unit().findById(type, id, deleted);
    }

    @Override
    public <T> T getById(Class<T> type, Object id) {
        return unit().getById(type, id);
    }

    @Override
    public <T> List<T> find(Selection<T> selection) {
        return unit().find(selection);
    }

    @Override
    public <T> void fetch(FetchPlan<T> plan, Collection<? extends T> entities) {
        unit().fetch(plan, entities);
    }

    @Override
    public <T> Stream<T> stream(Selection<T> selection) {
        return unit().stream(selection);
    }

    @Override
    public long count(Selection<?> selection) {
        return unit().count(selection);
    }

    @Override
    public boolean exists(Selection<?> selection) {
        return unit().exists(selection);
    }

    @Override
    public <T> T insert(T entity) {
        return unit().insert(entity);
    }

    @Override
    public <T> T update(T entity) {
        return unit().update(entity);
    }

    @Override
    public <T> T upsert(T entity) {
        return unit().upsert(entity);
    }

    @Override
    public void remove(Object entity) {
        unit().remove(entity);
    }

    @Override
    public <T> List<T> updateAll(Collection<? extends T> entities) {
        return unit().updateAll(entities);
    }

    @Override
    public <T> List<T> upsertAll(Collection<? extends T> entities) {
        return unit().upsertAll(entities);
    }

    @Override
    public void removeAll(Collection<?> entities) {
        unit().removeAll(entities);
    }

    @Override
    public <T> T restore(Class<T> type, Object id) {
        return unit().restore(type, id);
    }

    @Override
    public void purge(Class<?> type, Object id) {
        unit().purge(type, id);
    }

    @Override
    public FlushPlan plan() {
        return unit().plan();
    }

    @Override
    public void flush() {
        unit().flush();
    }

    @Override
    public void refresh(Object entity) {
        unit().refresh(entity);
    }

    @Override
    public void detach(Object entity) {
        unit().detach(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return unit().contains(entity);
    }

    @Override
    public <T> T current(T entity) {
        return unit().current(entity);
    }

    @Override
    public boolean isReadOnly() {
        return unit().isReadOnly();
    }

    @Override
    public void register(Synchronization synchronization) {
        unit().register(synchronization);
    }
}
