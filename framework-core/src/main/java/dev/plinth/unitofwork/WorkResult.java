package dev.plinth.unitofwork;

import org.jspecify.annotations.Nullable;

/**
 * Work in a unit of work that returns a value.
 *
 * @param <R> the value
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface WorkResult<R extends @Nullable Object, X extends Exception> {
    /**
     * Does the work.
     *
     * @param uow the running unit of work
     * @return a value
     * @throws X as the application likes; the unit of work is rolled back
     */
    R run(UnitOfWork uow) throws X;
}
