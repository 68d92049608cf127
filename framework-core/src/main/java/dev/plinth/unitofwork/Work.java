package dev.plinth.unitofwork;

/**
 * Work in a unit of work that returns nothing.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface Work<X extends Exception> {
    /**
     * Does the work.
     *
     * @param uow the running unit of work
     * @throws X as the application likes; the unit of work is rolled back
     */
    void run(UnitOfWork uow) throws X;
}
