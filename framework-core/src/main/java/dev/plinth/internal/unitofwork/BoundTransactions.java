package dev.plinth.internal.unitofwork;

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

/** Units of work that are always part of one. */
final class BoundTransactions implements Transactions {
    private final RunningUnit unit;

    BoundTransactions(RunningUnit unit) {
        this.unit = unit;
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
        unit.guard().requireTransact();
        return joined(work);
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R readResult(ReadMode mode, WorkResult<R, X> work)
            throws X {
        Given.work(work);
        unit.guard().requireRunning();
        return work.run(unit);
    }

    // what the application was told of as failed must not be committed
    private <R extends @Nullable Object, X extends Exception> R joined(WorkResult<R, X> work) throws X {
        try {
            return work.run(unit);
        } catch (Throwable e) {
            unit.guard().fail(e);
            throw e;
        }
    }

    @Override
    public ManualUnitOfWork begin() {
        unit.guard().requireRunning();
        return new JoinedUnit(unit);
    }

    @Override
    public <T> Stream<T> stream(Selection<T> selection) {
        return unit.stream(selection);
    }

    @Override
    public Optional<UnitOfWork> current() {
        return Optional.of(unit);
    }
}
