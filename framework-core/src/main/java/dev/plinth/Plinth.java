package dev.plinth;

import dev.plinth.audit.AuditTrail;
import dev.plinth.backend.Backend;
import dev.plinth.unitofwork.Transactions;

/**
 * The entry to a database through a model. Build one per database and keep it; it is thread-safe. Close it when the
 * application ends.
 *
 * <pre>{@code
 * Plinth plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:./shop"))
 *         .entities(Customer.class, Order.class)
 *         .build();
 * plinth.transact(uow -> uow.repository(Customers.class).getById(id).moveTo(address));
 * }</pre>
 */
public interface Plinth extends Transactions, AutoCloseable {
    /**
     * Begins the configuration.
     *
     * @param backend the way to the database
     * @return a builder
     */
    static PlinthBuilder builder(Backend backend) {
        return new PlinthBuilder(backend);
    }

    /**
     * A repository that joins the unit of work that runs on the calling thread, else runs each call in one of its own.
     *
     * @param type the repository's interface, or a class that extends {@code AbstractRepository} with a constructor that
     *     takes {@link Transactions}
     * @param <R> the repository
     * @return the repository, always the same for a type; thread-safe
     * @throws dev.plinth.error.InvalidRepositoryException where the type cannot be implemented, naming the member
     */
    <R> R repository(Class<R> type);

    /**
     * The tables or collections of the model.
     *
     * @return the schema
     */
    Schema schema();

    /**
     * The audit trail.
     *
     * @return the trail
     */
    AuditTrail audit();

    /**
     * What this Plinth has done so far.
     *
     * @return a snapshot
     */
    Statistics statistics();

    /**
     * The engine behind this Plinth and its version, for messages and reports.
     *
     * @return for example {@code H2 2.4.240}
     */
    String engine();

    /** Closes the connections that Plinth opened. A unit of work that still runs fails. Does nothing when called again. */
    @Override
    void close();
}
