package dev.plinth.unitofwork;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.specification.Selection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs units of work. A unit of work belongs to the thread that began it; while one runs on a thread, every further call
 * on that thread joins it. Thread-safe.
 */
public interface Transactions {
    /**
     * Runs work in a unit of work, and commits. Joins the one that runs on this thread, if there is one: then that one
     * commits, and an exception here dooms it.
     *
     * @param work the work
     * @param <X> what it may throw
     * @throws X what the work has thrown, unchanged; the unit of work is rolled back
     * @throws dev.plinth.error.UnitOfWorkException where a read-only unit of work runs on this thread
     */
    <X extends Exception> void transact(Work<X> work) throws X;

    /**
     * Runs work in a unit of work, commits, and returns its value. See {@link #transact}.
     *
     * @param work the work
     * @param <R> the value
     * @param <X> what it may throw
     * @return the work's value
     * @throws X what the work has thrown, unchanged; the unit of work is rolled back
     */
    <R extends @Nullable Object, X extends Exception> R transactResult(WorkResult<R, X> work) throws X;

    /**
     * Runs work that only reads. A write in it is an error. Joins the unit of work that runs on this thread.
     *
     * @param work the work
     * @param <X> what it may throw
     * @throws X what the work has thrown, unchanged
     */
    default <X extends Exception> void read(Work<X> work) throws X {
        read(ReadMode.TRACKED, work);
    }

    /**
     * Runs work that only reads, as told. See {@link #read(Work)}.
     *
     * @param mode whether what is read is tracked; not used where a running unit of work is joined
     * @param work the work
     * @param <X> what it may throw
     * @throws X what the work has thrown, unchanged
     */
    default <X extends Exception> void read(ReadMode mode, Work<X> work) throws X {
        if (work == null) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_NULL,
                    "the work of the unit of work is null. Give a lambda: read(uow -> { ... })",
                    null);
        }
        this.<@Nullable Object, X>readResult(mode, uow -> {
            work.run(uow);
            return null;
        });
    }

    /**
     * Runs work that only reads, and returns its value. See {@link #read(Work)}.
     *
     * @param work the work
     * @param <R> the value
     * @param <X> what it may throw
     * @return the work's value
     * @throws X what the work has thrown, unchanged
     */
    default <R extends @Nullable Object, X extends Exception> R readResult(WorkResult<R, X> work) throws X {
        return readResult(ReadMode.TRACKED, work);
    }

    /**
     * Runs work that only reads, as told, and returns its value. See {@link #read(Work)}.
     *
     * @param mode whether what is read is tracked; not used where a running unit of work is joined
     * @param work the work
     * @param <R> the value
     * @param <X> what it may throw
     * @return the work's value
     * @throws X what the work has thrown, unchanged
     */
    <R extends @Nullable Object, X extends Exception> R readResult(ReadMode mode, WorkResult<R, X> work) throws X;

    /**
     * Begins a unit of work on this thread, for try-with-resources. Joins the one that runs on this thread, if there is
     * one.
     *
     * @return the unit of work, rolled back by {@code close()} unless it was committed
     */
    ManualUnitOfWork begin();

    /**
     * Passes over entities one by one, in the unit of work that runs on this thread, else in a reading one of its own that
     * ends when the stream is closed or its last entity was taken.
     *
     * @param selection which entities
     * @param <T> the entity
     * @return a stream that holds a connection until then: use try-with-resources
     */
    <T> Stream<T> stream(Selection<T> selection);

    /**
     * The unit of work that runs on this thread.
     *
     * @return the unit of work, or empty where none runs
     */
    Optional<UnitOfWork> current();
}
