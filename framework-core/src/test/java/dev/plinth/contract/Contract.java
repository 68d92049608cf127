package dev.plinth.contract;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.Plinth;
import dev.plinth.PlinthBuilder;
import dev.plinth.Statistics;
import dev.plinth.backend.Capability;
import dev.plinth.backend.Store;
import dev.plinth.backend.WriteBatch;
import dev.plinth.unitofwork.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** One part of what every backend must do. Each test has a Plinth of its own over tables that are new and empty. */
@Timeout(60)
public abstract class Contract implements TestEngine {
    protected final TestClock clock = new TestClock();
    protected volatile @Nullable String actor = "ada";

    private final List<Plinth> opened = new ArrayList<>();
    private @Nullable Plinth plinth;
    private @Nullable ObservedStore store;

    /** The entities that the contract works with. */
    protected abstract List<Class<?>> entities();

    /** What the whole contract needs; where the engine lacks it, all of its tests are skipped by name. */
    protected Set<Capability> needs() {
        return Set.of();
    }

    @BeforeEach
    final void openPlinth(TestReporter reporter) {
        // a contract without entities opens what it needs itself
        if (!needs().isEmpty() || entities().isEmpty()) {
            try (Store probe = database().connect((kind, rows, batched) -> {})) {
                needs().forEach(each -> requires(probe, each));
                reporter.publishEntry(EngineSuite.ENGINE, probe.name());
            }
        }
        if (entities().isEmpty()) {
            return;
        }
        ObservedStore.Observer observer = new ObservedStore.Observer(database());
        plinth = open(Plinth.builder(observer).entities(entities().toArray(Class<?>[]::new)));
        store = observer.store();
        reporter.publishEntry(EngineSuite.ENGINE, store.name());
    }

    @AfterEach
    final void closePlinths() {
        for (Plinth each : opened) {
            each.schema().drop();
            each.close();
        }
    }

    /** A Plinth with the contract's clock and actor over new tables, which are dropped after the test. */
    protected final Plinth open(PlinthBuilder builder) {
        Plinth built = builder.clock(clock).actor(() -> actor).build();
        opened.add(built);
        built.schema().create();
        return built;
    }

    /** Drops the tables of a Plinth and closes it, before the test ends. */
    protected final void close(Plinth built) {
        opened.remove(built);
        built.schema().drop();
        built.close();
    }

    protected final Plinth plinth() {
        return present(plinth);
    }

    /** What lies between the Plinth and the database. */
    protected final ObservedStore store() {
        return present(store);
    }

    /** What has been written of an entity since the last call of this or {@code takeWrites}. */
    protected final List<WriteBatch> takeWrites(Class<?> type) {
        return store().takeWrites().stream()
                .filter(write -> write.entity().type() == type)
                .toList();
    }

    /** Skips the test, by name, where the engine lacks a capability. */
    protected final void requires(Capability capability) {
        requires(store(), capability);
    }

    private static void requires(Store store, Capability capability) {
        assumeTrue(store.capabilities().contains(capability), () -> store.name() + " does not have " + capability);
    }

    /** Skips the test, by name, where nobody can write while a unit of work runs that may write. */
    protected final void requiresWritesBesideReads() {
        assumeTrue(writesBesideReads(), () -> store().name() + " cannot write beside a unit of work that has read");
    }

    /** Skips the test, by name, where the engine has a capability: it shows what happens without. */
    protected final void requiresLackOf(Capability capability) {
        assumeFalse(
                store().capabilities().contains(capability),
                () -> store().name() + " has " + capability + ": nothing to show");
    }

    /** Inserts entities in a unit of work of their own; they are detached then. For records use {@link #saved}. */
    protected final void insert(Object... entities) {
        plinth().transact(uow -> {
            for (Object each : entities) {
                uow.insert(each);
            }
        });
    }

    /** Inserts an entity and returns it, for a record the copy with id and version. */
    protected final <T> T saved(T entity) {
        return plinth().transactResult(uow -> {
            T inserted = uow.insert(entity);
            uow.flush();
            return uow.current(inserted);
        });
    }

    /** Reads an entity in a unit of work of its own. */
    protected final <T> Optional<T> found(Class<T> type, Object id) {
        return plinth().readResult(uow -> uow.findById(type, id));
    }

    /** Reads an entity that must be there. */
    protected final <T> T stored(Class<T> type, Object id) {
        return plinth().readResult(uow -> uow.getById(type, id));
    }

    /** What some work has cost. */
    protected final <X extends Exception> Statistics cost(Step<X> work) throws X {
        Statistics before = plinth().statistics();
        work.run();
        return plinth().statistics().since(before);
    }

    /** Someone else's unit of work: runs to its commit on another thread while this one waits. */
    protected final void elsewhere(Work<RuntimeException> work) {
        onAnotherThread(() -> plinth().transact(work));
    }

    /** Runs a step on another thread, waits for it, and throws what it threw. */
    protected static void onAnotherThread(Step<RuntimeException> step) {
        try {
            CompletableFuture.runAsync(step::run, task -> new Thread(task, "elsewhere").start())
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The value, which must be there. */
    protected static <V> V present(@Nullable V value) {
        if (value == null) {
            throw new AssertionError("a value is missing");
        }
        return value;
    }

    /** A null, as a caller without null checks would pass it. */
    protected static <V extends @Nullable Object> V nothing() {
        return null;
    }

    /** Something to do.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    protected interface Step<X extends Exception> {
        void run() throws X;
    }
}
