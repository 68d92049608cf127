package dev.plinth.internal.unitofwork;

import dev.plinth.error.EntityStateException;
import dev.plinth.error.StaleEntityException;
import dev.plinth.internal.flush.Flush;
import dev.plinth.internal.graph.GraphWalk;
import dev.plinth.internal.monitoring.Counters;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.model.EntityModel;
import dev.plinth.unitofwork.FlushPlan;
import java.util.function.Function;

/** When a unit of work flushes, and what becomes of one that fails. */
final class Flushing {
    private final Runtime runtime;
    private final Guard guard;
    private final IdentityMap identities;
    private final GraphWork graph;
    private final Flush flush;
    private boolean running;

    Flushing(Runtime runtime, Guard guard, Lifecycle lifecycle, IdentityMap identities, GraphWork graph) {
        this.runtime = runtime;
        this.guard = guard;
        this.identities = identities;
        this.graph = graph;
        this.flush = new Flush(
                lifecycle::session,
                model -> runtime.entity(model.type()).rules(),
                runtime.validation(),
                runtime.hasDatabaseValues(),
                runtime.audit(),
                lifecycle::written);
    }

    /** Flushes where rows that are about to be looked for have changed: a query sees what its unit of work has done. */
    void beforeReading(EntityModel entity) {
        if (guard.isReadOnly()) {
            return;
        }
        guard.requireUnbroken();
        // a query of the actor's name, say, in the midst of a flush sees what was flushed before
        if (running) {
            return;
        }
        if (graph.isConcerned(entity) && tryOut(walked -> isNeeded(walked, entity))) {
            flush();
        }
    }

    private boolean isNeeded(GraphWalk.Walked walked, EntityModel entity) {
        return flush.isNeeded(
                identities,
                walked.objects().stream()
                        .filter(tracked -> tracked.model().root() == entity.root())
                        .toList(),
                runtime.clock().instant());
    }

    /**
     * The same before an association is loaded, unless something is on its way: what has left one association may be about to
     * join the one that is being loaded, and a flush would remove it.
     */
    void beforeLoading(EntityModel entity) {
        if (guard.isReadOnly() || running || !graph.isConcerned(entity)) {
            return;
        }
        guard.requireUnbroken();
        if (isNeededForLoading(entity)) {
            flush();
        }
    }

    private boolean isNeededForLoading(EntityModel entity) {
        try {
            return tryOut(walked -> !walked.isLeaving() && isNeeded(walked, entity));
        } catch (EntityStateException e) {
            // what cannot be written now is told by the flush itself
            return false;
        }
    }

    // what a flush would do along associations is done, looked at and taken back
    private <V> V tryOut(Function<GraphWalk.Walked, V> look) {
        boolean was = running;
        running = true;
        try {
            return graph.tryOut(look);
        } finally {
            running = was;
        }
    }

    FlushPlan plan() {
        return tryOut(walked -> {
            walked.check();
            return flush.plan(identities, walked.objects(), runtime.clock().instant());
        });
    }

    void flush() {
        if (running) {
            return;
        }
        running = true;
        try {
            GraphWalk.Walked walked = graph.walk();
            if (send(walked)) {
                runtime.counters().count(Counters.Event.FLUSH);
            }
            walked.settle();
            graph.adoptIds();
        } catch (RuntimeException | Error e) {
            if (e instanceof StaleEntityException) {
                runtime.counters().count(Counters.Event.CONFLICT);
            }
            guard.fail(e);
            throw e;
        } finally {
            running = false;
        }
    }

    private boolean send(GraphWalk.Walked walked) {
        try {
            walked.check();
            return flush.run(identities, walked.objects(), runtime.clock().instant());
        } catch (RuntimeException | Error e) {
            walked.undo();
            throw e;
        }
    }
}
