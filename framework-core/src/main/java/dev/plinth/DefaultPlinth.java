package dev.plinth;

import dev.plinth.audit.AuditTrail;
import dev.plinth.backend.StatementListener.Kind;
import dev.plinth.backend.Store;
import dev.plinth.internal.audit.AuditReader;
import dev.plinth.internal.lookup.Lookups;
import dev.plinth.internal.monitoring.Counters;
import dev.plinth.internal.monitoring.Counters.Event;
import dev.plinth.internal.repository.RepositoryFactory;
import dev.plinth.internal.unitofwork.Given;
import dev.plinth.internal.unitofwork.Runtime;
import dev.plinth.internal.unitofwork.ThreadTransactions;
import dev.plinth.model.Model;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import dev.plinth.unitofwork.ReadMode;
import dev.plinth.unitofwork.UnitOfWork;
import dev.plinth.unitofwork.Work;
import dev.plinth.unitofwork.WorkResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a Plinth, put together. */
final class DefaultPlinth implements Plinth {
    private final Store store;
    private final Counters counters;
    private final Runtime runtime;
    private final RepositoryFactory factory;
    private final ThreadTransactions transactions;
    private final AuditTrail audit;
    private final Schema schema;
    private final Lookups lookups;
    private final Closing closing;
    private final Map<Class<?>, Object> repositories = new ConcurrentHashMap<>();

    DefaultPlinth(Store store, Model model, Counters counters, Runtime runtime, Closing closing) {
        this.closing = closing;
        this.store = store;
        this.counters = counters;
        this.runtime = runtime;
        this.factory = new RepositoryFactory(
                type -> model.find(type).map(entity -> entity.id().type()).orElse(null));
        this.transactions = new ThreadTransactions(runtime, factory);
        this.audit = new AuditReader(transactions, runtime::entity);
        this.lookups = new Lookups(store, model.lookups(), transactions, runtime::entity);
        this.schema = new DefaultSchema(store, model, runtime, transactions, lookups);
    }

    /** What is done before anyone else uses it. */
    DefaultPlinth started() {
        lookups.synchronizeExisting();
        return this;
    }

    @Override
    public <R> R repository(Class<R> type) {
        runtime.requireOpen();
        return type.cast(repositories.computeIfAbsent(Given.repository(type), t -> factory.create(t, transactions)));
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public AuditTrail audit() {
        return audit;
    }

    @Override
    public Statistics statistics() {
        return new Statistics(
                counters.statements(Kind.SELECT),
                counters.statements(Kind.INSERT),
                counters.statements(Kind.UPDATE),
                counters.statements(Kind.DELETE),
                counters.statements(Kind.OTHER),
                counters.events(Event.BATCH),
                counters.events(Event.ROW_READ),
                counters.events(Event.ROW_WRITTEN),
                counters.events(Event.FLUSH),
                counters.events(Event.COMMIT),
                counters.events(Event.ROLLBACK),
                counters.events(Event.CONFLICT));
    }

    @Override
    public String engine() {
        return store.name();
    }

    @Override
    public void close() {
        if (runtime.close()) {
            closing.close();
        }
    }

    @Override
    public <X extends Exception> void transact(Work<X> work) throws X {
        transactions.transact(work);
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R transactResult(WorkResult<R, X> work) throws X {
        return transactions.transactResult(work);
    }

    @Override
    public <R extends @Nullable Object, X extends Exception> R readResult(ReadMode mode, WorkResult<R, X> work)
            throws X {
        return transactions.readResult(mode, work);
    }

    @Override
    public ManualUnitOfWork begin() {
        return transactions.begin();
    }

    @Override
    public <T> Stream<T> stream(Selection<T> selection) {
        return transactions.stream(selection);
    }

    @Override
    public Optional<UnitOfWork> current() {
        return transactions.current();
    }
}
