package dev.plinth.internal.memory;

import dev.plinth.backend.Capability;
import dev.plinth.backend.References;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.Problem;
import dev.plinth.error.UnitOfWorkException;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.Model;
import dev.plinth.schema.SchemaDifference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A connection to a database in memory, for one model. */
final class MemoryStore implements Store {
    private static final Set<Capability> CAPABILITIES = Set.of(
            Capability.ATOMIC_COMMIT,
            Capability.ISOLATED_READS,
            Capability.IDENTITY,
            Capability.UNIQUE_AMONG_LIVE,
            Capability.CODE_POINT_ORDER,
            Capability.UNICODE_CASE);

    private final MemoryDatabase database;
    private final StatementListener listener;
    private final Set<MemorySession> sessions = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Map<EntityModel, TableDefinition> definitions;
    private volatile List<EntityModel> written = List.of();
    private volatile @Nullable References references;
    private volatile boolean closed;

    MemoryStore(MemoryDatabase database, StatementListener listener) {
        this.database = database;
        this.listener = listener;
    }

    @Override
    public String name() {
        return "in-memory";
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    /** The same as SQL databases have, so that what is tested here holds there. */
    @Override
    public int secondPrecision() {
        return 6;
    }

    @Override
    public List<Problem> prepare(Model model) {
        written = model.written();
        references = References.of(model);
        definitions = model.entities().stream().collect(Collectors.toUnmodifiableMap(e -> e, TableDefinition::of));
        return List.of();
    }

    @Override
    public @Nullable ValueCheck check(ColumnModel column) {
        return null;
    }

    @Override
    public String columnType(ColumnModel column) {
        return column.type().javaType().getSimpleName();
    }

    @Override
    public StoreSession open(boolean readOnly) {
        checkOpen();
        MemorySession session = new MemorySession(this, database, listener, readOnly);
        sessions.add(session);
        return session;
    }

    @Override
    public void createSchema() {
        changeSchema(tables -> {
            Snapshot next = tables;
            for (EntityModel entity : written) {
                if (!next.has(entity.table())) {
                    next = next.with(Table.empty(definition(entity)));
                    listener.sent(StatementListener.Kind.OTHER, 0, false);
                }
                if (entity.id().generation() instanceof Generation.Sequence sequence
                        && database.createSequence(sequence.name(), sequence.initialValue())) {
                    listener.sent(StatementListener.Kind.OTHER, 0, false);
                }
            }
            return next;
        });
    }

    @Override
    public String schemaScript() {
        return "-- A database in memory has no script: plinth.schema().create() makes its tables.\n";
    }

    @Override
    public List<SchemaDifference> validateSchema() {
        checkOpen();
        Differences differences = new Differences(database);
        written.forEach(entity -> differences.check(definition(entity), entity));
        return differences.found();
    }

    @Override
    public void dropSchema() {
        changeSchema(tables -> {
            Snapshot next = tables;
            for (EntityModel entity : written) {
                if (next.has(entity.table())) {
                    next = next.without(entity.table());
                    database.dropIdentity(entity.table());
                    listener.sent(StatementListener.Kind.OTHER, 0, false);
                }
                if (entity.id().generation() instanceof Generation.Sequence sequence
                        && database.dropSequence(sequence.name())) {
                    listener.sent(StatementListener.Kind.OTHER, 0, false);
                }
            }
            return next;
        });
    }

    private void changeSchema(UnaryOperator<Snapshot> change) {
        checkOpen();
        Object writer = new Object();
        Snapshot tables = database.beginWrite(writer);
        try {
            database.commit(writer, change.apply(tables));
        } finally {
            database.endWrite(writer);
        }
    }

    /** Ends the sessions that are still open, as a database does when a connection is cut. */
    @Override
    public void close() {
        closed = true;
        sessions.forEach(MemorySession::close);
    }

    void ended(MemorySession session) {
        sessions.remove(session);
    }

    void checkOpen() {
        if (closed) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_CLOSED,
                    "the connection to the in-memory database is closed. Use a Plinth that is open",
                    null);
        }
    }

    /** The checks of references; there are rows to check only once there is a model. */
    References references() {
        return Objects.requireNonNull(references, "prepare(model) comes before any other use of a store");
    }

    TableDefinition definition(EntityModel entity) {
        Map<EntityModel, TableDefinition> known = definitions;
        TableDefinition definition = known == null ? null : known.get(entity);
        if (definition == null) {
            throw new IllegalArgumentException(
                    "entity \"" + entity.name() + "\" is not part of the model that this store was prepared for");
        }
        return definition;
    }
}
