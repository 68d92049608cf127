package dev.plinth.internal.unitofwork;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnitOfWorkException;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import dev.plinth.unitofwork.ReadMode;
import dev.plinth.unitofwork.Transactions;
import dev.plinth.unitofwork.UnitOfWork;
import dev.plinth.unitofwork.Work;
import dev.plinth.unitofwork.WorkResult;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One running unit of work per thread. */
public final class ThreadTransactions implements Transactions {
    private final Runtime runtime;
    private final RepositoryProvider repositories;
    private final ThreadLocal<RunningUnit> running = new ThreadLocal<>();

    /**
     * Creates the units of work of a Plinth.
     *
     * @param runtime what they share
     * @param repositories makes their repositories
     */
    public ThreadTransactions(Runtime runtime, RepositoryProvider repositories) {
        this.runtime = runtime;
        this.repositories = repositories;
    }

    @Override
    public <X extends Exception> void transact(Work<X> work) throws X {
        Given.work(work);
        this.<@Nullable Object, X>transactResult(uow -> {
            work.run(uow);
            return null;
        });
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R transactResult(WorkResult<R, X> work) throws X {
        Given.work(work);
        RunningUnit outer = joinable();
        return outer != null ? new BoundTransactions(outer).transactResult(work) : run(false, ReadMode.TRACKED, work);
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R readResult(ReadMode mode, WorkResult<R, X> work)
            throws X {
        Given.work(work);
        RunningUnit outer = joinable();
        return outer != null ? new BoundTransactions(outer).readResult(mode, work) : run(true, mode, work);
    }

    // while a unit of work tells its callbacks of its end, it is still the thread's, but over
    private @Nullable RunningUnit joinable() {
        RunningUnit unit = running.get();
        return unit == null || unit.guard().isEnded() ? null : unit;
    }

    private <R extends @Nullable Object, X extends Exception> R run(
            boolean readOnly, ReadMode mode, WorkResult<R, X> work) throws X {
        RunningUnit unit = start(readOnly, mode);
        try {
            R result = work.run(unit);
            unit.commit();
            return result;
        } catch (Throwable e) {
            unit.lifecycle().rollback(e);
            throw e;
        } finally {
            over(unit);
        }
    }

    private RunningUnit start(boolean readOnly, ReadMode mode) {
        runtime.requireOpen();
        RunningUnit unit = new RunningUnit(runtime, repositories, Thread.currentThread(), readOnly, mode);
        running.set(unit);
        RunningUnits.begun(unit);
        return unit;
    }

    private void over(RunningUnit unit) {
        running.remove();
        RunningUnits.ended(unit);
    }

    @Override
    public ManualUnitOfWork begin() {
        RunningUnit outer = joinable();
        if (outer != null) {
            return new BoundTransactions(outer).begin();
        }
        RunningUnit unit = start(false, ReadMode.TRACKED);
        return new OwnedUnit(unit, () -> over(unit));
    }

    @Override
    public <T> Stream<T> stream(Selection<T> selection) {
        RunningUnit outer = joinable();
        if (outer != null) {
            return outer.stream(selection);
        }
        runtime.requireOpen();
        // for any thread: a stream may be handed on
        RunningUnit unit = new RunningUnit(runtime, repositories, null, true, ReadMode.UNTRACKED);
        try {
            return unit.stream(selection, () -> end(unit));
        } catch (RuntimeException | Error e) {
            unit.lifecycle().rollback(e);
            throw e;
        }
    }

    /**
     * Refuses what cannot be part of a unit of work, and would wait for its locks, while this thread runs one.
     *
     * @param call what was called
     */
    public void requireNone(String call) {
        if (joinable() != null) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_RUNNING,
                    call + " was called in a unit of work, of which it is no part and whose locks it would wait for."
                            + " Call it before the unit of work begins or after it has ended",
                    null);
        }
    }

    private static void end(RunningUnit reading) {
        if (reading.guard().isEnded()) {
            return;
        } else if (reading.guard().failure() != null) {
            reading.lifecycle().rollback(null);
            return;
        }
        try {
            reading.lifecycle().commit();
        } catch (RuntimeException | Error e) {
            reading.lifecycle().rollback(e);
            throw e;
        }
    }

    @Override
    public Optional<UnitOfWork> current() {
        return Optional.ofNullable(joinable());
    }
}
