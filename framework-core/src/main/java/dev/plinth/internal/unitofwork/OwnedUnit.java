package dev.plinth.internal.unitofwork;

/** A unit of work that {@code begin()} has begun. */
final class OwnedUnit extends ForwardingUnit {
    private final Runnable whenEnded;

    OwnedUnit(RunningUnit unit, Runnable whenEnded) {
        super(unit);
        this.whenEnded = whenEnded;
    }

    @Override
    public void commit() {
        unit().guard().requireRunning();
        try {
            unit().commit();
        } finally {
            whenEnded.run();
        }
    }

    @Override
    public void rollback() {
        unit().guard().requireThread();
        if (!unit().guard().isEnded()) {
            try {
                unit().lifecycle().rollback(null);
            } finally {
                whenEnded.run();
            }
        }
    }

    @Override
    public void close() {
        rollback();
    }
}
