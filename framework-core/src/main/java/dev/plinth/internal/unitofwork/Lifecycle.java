package dev.plinth.internal.unitofwork;

import dev.plinth.backend.StoreSession;
import dev.plinth.error.PartialWriteException;
import dev.plinth.internal.monitoring.Counters;
import dev.plinth.internal.policy.DatabaseValues;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of one unit of work: its session, its end, and who is told of it. */
final class Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Runtime runtime;
    private final Guard guard;
    private final IdentityMap identities;
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private @Nullable StoreSession session;

    Lifecycle(Runtime runtime, Guard guard, IdentityMap identities) {
        this.runtime = runtime;
        this.guard = guard;
        this.identities = identities;
    }

    StoreSession session() {
        StoreSession open = session;
        if (open == null) {
            open = new WatchedSession(runtime.store().open(guard.isReadOnly()), guard);
            session = open;
        }
        return open;
    }

    void register(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    void closeAtEnd(AutoCloseable resource) {
        resources.add(resource);
    }

    /** Remembers a write that a rollback would not take back. */
    void written(String write) {
        if (!runtime.isAtomic()) {
            written.add(write);
        }
    }

    void beforeCommit() {
        // a callback may register another
        for (int i = 0; i < synchronizations.size(); i++) {
            synchronizations.get(i).beforeCompletion();
        }
    }

    void commit() {
        closeResources();
        if (session != null) {
            session.commit();
        }
        end(Status.STATUS_COMMITTED);
        runtime.counters().count(Counters.Event.COMMIT);
    }

    /**
     * Takes everything back. Errors on the way are added to the one that led here.
     *
     * @param cause why, or null where the application asked for it
     */
    void rollback(@Nullable Throwable cause) {
        if (guard.isEnded()) {
            return;
        }
        closeResources();
        try {
            if (session != null) {
                session.rollback();
            }
        } catch (RuntimeException e) {
            if (cause == null) {
                throw e;
            }
            cause.addSuppressed(e);
        } finally {
            reportWritten(cause);
            takeBackIdsAndVersions();
            runtime.counters().count(Counters.Event.ROLLBACK);
            end(Status.STATUS_ROLLEDBACK);
        }
    }

    private void reportWritten(@Nullable Throwable cause) {
        if (!runtime.isAtomic() && cause != null) {
            Optional<PartialWriteException> told = PartialWriteException.of(cause);
            if (told.isPresent()) {
                // the store told of its last batch
                told.get().addEarlier(written);
                written.clear();
                written.addAll(told.get().written());
                return;
            }
        }
        if (!written.isEmpty()) {
            PartialWriteException report = new PartialWriteException(written);
            if (cause == null) {
                LOG.warn("{}", report.getMessage());
            } else {
                cause.addSuppressed(report);
            }
        }
    }

    // what was generated for rows that are not there any more would mislead the next unit of work
    private void takeBackIdsAndVersions() {
        if (!written.isEmpty()) {
            return;
        }
        for (Tracked tracked : identities.all()) {
            Object[] original = tracked.original();
            if (original != null && !tracked.model().isRecord()) {
                List<ColumnModel> columns = new ArrayList<>();
                if (!(tracked.model().id().generation() instanceof Generation.Assigned)) {
                    columns.addAll(tracked.model().id().columns());
                }
                ColumnModel version = tracked.model().version();
                if (version != null) {
                    columns.add(version);
                }
                columns.addAll(DatabaseValues.ofInsert(tracked.model()));
                tracked.mapper().patch(tracked.entity(), original, columns);
            }
        }
    }

    private void closeResources() {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("a stream of this unit of work could not be closed", e);
            }
        }
        resources.clear();
    }

    private void end(int status) {
        guard.end();
        try {
            if (session != null) {
                session.close();
            }
        } finally {
            IntConsumer tell = i -> {
                try {
                    synchronizations.get(i).afterCompletion(status);
                } catch (RuntimeException e) {
                    LOG.error("a callback failed after the end of a unit of work; its outcome stands", e);
                }
            };
            for (int i = 0; i < synchronizations.size(); i++) {
                tell.accept(i);
            }
        }
    }
}
