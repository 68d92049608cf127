package dev.plinth.unitofwork;

/** A unit of work that the application ends itself. */
public interface ManualUnitOfWork extends UnitOfWork, AutoCloseable {
    /**
     * Flushes and commits, and ends the unit of work. Where it has joined another, that one commits later.
     *
     * @throws jakarta.data.exceptions.DataException where a write fails; everything is rolled back
     */
    void commit();

    /** Takes everything back and ends the unit of work. Where it has joined another, that one can only be rolled back. */
    void rollback();

    /** Rolls back what was not committed, and ends the unit of work. Does nothing after its end. */
    @Override
    void close();
}
