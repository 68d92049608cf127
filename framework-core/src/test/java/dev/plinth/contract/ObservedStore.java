package dev.plinth.contract;

import dev.plinth.backend.Backend;
import dev.plinth.backend.Capability;
import dev.plinth.backend.DriverType;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.error.Problem;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.Model;
import dev.plinth.schema.SchemaDifference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A real store that lets tests see what is sent to it, and lets them break its connection. */
public final class ObservedStore implements Store {
    private final Store store;
    private final ConcurrentLinkedQueue<WriteBatch> writes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger writesUntilFault = new AtomicInteger(-1);
    private volatile Supplier<RuntimeException> fault = IllegalStateException::new;
    private volatile @Nullable Supplier<RuntimeException> commitFault;
    private volatile @Nullable Model model;

    ObservedStore(Store store) {
        this.store = store;
    }

    /** What has been written since the last call. */
    public List<WriteBatch> takeWrites() {
        List<WriteBatch> taken = List.copyOf(writes);
        writes.clear();
        return taken;
    }

    /** The column of a property. */
    public ColumnModel column(Class<?> type, String path) {
        return Contract.present(model).entities().stream()
                .filter(entity -> entity.type() == type)
                .flatMap(entity -> entity.columns().stream())
                .filter(column -> column.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Lets a number of batches through and then fails one. */
    public void failWriteAfter(int batches, Supplier<RuntimeException> error) {
        fault = error;
        writesUntilFault.set(batches);
    }

    /** Fails the next commit before it happens. */
    public void failCommit(Supplier<RuntimeException> error) {
        commitFault = error;
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return store.capabilities();
    }

    @Override
    public int secondPrecision() {
        return store.secondPrecision();
    }

    @Override
    public List<Problem> prepare(Model model) {
        this.model = model;
        return store.prepare(model);
    }

    @Override
    public @Nullable ValueCheck check(ColumnModel column) {
        return store.check(column);
    }

    @Override
    public String columnType(ColumnModel column) {
        return store.columnType(column);
    }

    @Override
    public StoreSession open(boolean readOnly) {
        return new ObservedSession(store.open(readOnly));
    }

    @Override
    public void createSchema() {
        store.createSchema();
    }

    @Override
    public List<DriverType> driverTypes() {
        return store.driverTypes();
    }

    @Override
    public String schemaScript() {
        return store.schemaScript();
    }

    @Override
    public List<SchemaDifference> validateSchema() {
        return store.validateSchema();
    }

    @Override
    public void dropSchema() {
        store.dropSchema();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Connects to a database and keeps the store that it gets. */
    static final class Observer implements Backend {
        private final Backend backend;
        private @Nullable ObservedStore store;

        Observer(Backend backend) {
            this.backend = backend;
        }

        @Override
        public Store connect(StatementListener listener) {
            ObservedStore connected = new ObservedStore(backend.connect(listener));
            store = connected;
            return connected;
        }

        ObservedStore store() {
            if (store == null) {
                throw new IllegalStateException("not connected yet");
            }
            return store;
        }
    }

    private final class ObservedSession implements StoreSession {
        private final StoreSession session;

        ObservedSession(StoreSession session) {
            this.session = session;
        }

        @Override
        public RowCursor find(Query query) {
            return session.find(query);
        }

        @Override
        public List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys, boolean lock) {
            return session.findByKeys(entity, keys, lock);
        }

        @Override
        public Map<EntityKey, List<Object[]>> findLinks(CollectionModel links, List<EntityKey> owners) {
            return session.findLinks(links, owners);
        }

        @Override
        public long count(Query query) {
            return session.count(query);
        }

        @Override
        public WriteResult write(WriteBatch batch) {
            if (writesUntilFault.get() >= 0 && writesUntilFault.getAndDecrement() == 0) {
                throw fault.get();
            }
            writes.add(batch);
            return session.write(batch);
        }

        @Override
        public long nextBlock(Generation.Sequence sequence) {
            return session.nextBlock(sequence);
        }

        @Override
        public void commit() {
            Supplier<RuntimeException> error = commitFault;
            if (error != null) {
                commitFault = null;
                throw error.get();
            }
            session.commit();
        }

        @Override
        public void rollback() {
            session.rollback();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
