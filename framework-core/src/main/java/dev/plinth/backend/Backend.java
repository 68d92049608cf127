package dev.plinth.backend;

/**
 * A way to a database. Given to {@code Plinth.builder(backend)}, which connects it once and closes what it connected.
 */
public interface Backend {
    /**
     * Connects to the database and finds out what it can do.
     *
     * @param listener is told of every statement; thread-safe
     * @return the connected store; the caller closes it
     * @throws dev.plinth.error.ConnectionException where the database cannot be reached
     * @throws dev.plinth.error.ConfigurationException where the database is not one that the backend supports
     */
    Store connect(StatementListener listener);
}
