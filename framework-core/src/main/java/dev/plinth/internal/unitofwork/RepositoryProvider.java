package dev.plinth.internal.unitofwork;

import dev.plinth.unitofwork.Transactions;

/** Makes repositories, of which a unit of work knows nothing else. */
public interface RepositoryProvider {
    /**
     * Makes a repository.
     *
     * @param type its interface or class
     * @param transactions the units of work it works in
     * @param <R> the repository
     * @return a new repository
     */
    <R> R create(Class<R> type, Transactions transactions);
}
