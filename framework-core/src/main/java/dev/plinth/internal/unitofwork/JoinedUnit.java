package dev.plinth.internal.unitofwork;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnitOfWorkException;

/** A handle from {@code begin()} where a unit of work was running: its end leaves that one running. */
final class JoinedUnit extends ForwardingUnit {
    private boolean ended;

    JoinedUnit(RunningUnit unit) {
        super(unit);
    }

    @Override
    RunningUnit unit() {
        if (ended) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_CLOSED,
                    "this part of a unit of work has ended with its commit() or rollback(). Use the outer one",
                    null);
        }
        return super.unit();
    }

    @Override
    public void commit() {
        unit().guard().requireRunning();
        unit().guard().requireUnbroken();
        ended = true;
    }

    @Override
    public void rollback() {
        RunningUnit unit = unit();
        unit.guard().requireThread();
        ended = true;
        unit.guard()
                .fail(new UnitOfWorkException(
                        ErrorCode.UNIT_BROKEN,
                        "a nested unit of work that had joined it was rolled back, or closed without commit()",
                        null));
    }

    @Override
    public void close() {
        if (!ended) {
            rollback();
        }
    }
}
