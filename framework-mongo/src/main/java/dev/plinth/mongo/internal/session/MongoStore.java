package dev.plinth.mongo.internal.session;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.plinth.backend.Capability;
import dev.plinth.backend.DriverType;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.Problem;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import dev.plinth.model.Model;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.schema.Counters;
import dev.plinth.mongo.internal.schema.ModelCheck;
import dev.plinth.mongo.internal.schema.Schema;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.ObjectIds;
import dev.plinth.mongo.internal.type.ValueChecks;
import dev.plinth.schema.SchemaDifference;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/** A connected MongoDB. */
public final class MongoStore implements Store {
    private static final int MILLISECONDS = 3;

    private final MongoClient client;
    private final boolean owned;
    private final MongoDatabase database;
    private final Engine engine;
    private final Options options;
    private final StatementListener listener;
    private final Errors errors;
    private final Counters counters;
    private volatile @Nullable Documents documents;

    private MongoStore(
            MongoClient client,
            boolean owned,
            String database,
            Engine engine,
            Options options,
            StatementListener listener,
            Errors errors) {
        this.options = options;
        this.client = client;
        this.owned = owned;
        this.database = client.getDatabase(database);
        this.engine = engine;
        this.listener = listener;
        this.errors = errors;
        this.counters = new Counters(
                this.database
                        .withReadPreference(ReadPreference.primary())
                        .withWriteConcern(engine.transactions() ? WriteConcern.MAJORITY : WriteConcern.ACKNOWLEDGED)
                        .getCollection(Counters.COLLECTION, BsonDocument.class),
                listener,
                errors);
    }

    /**
     * Connects.
     *
     * @param client the client
     * @param owned whether the store closes it
     * @param database the database's name
     * @param options what the user asks for
     * @param listener is told of every round trip
     */
    public static MongoStore connect(
            MongoClient client, boolean owned, String database, Options options, StatementListener listener) {
        Errors errors = new Errors(hosts(client), database, options.showsValues());
        try {
            BsonDocument question = new BsonDocument("buildInfo", new BsonInt32(1));
            BsonDocument buildInfo =
                    errors.in(null, () -> client.getDatabase(database).runCommand(question, BsonDocument.class));
            Engine engine = Engine.of(buildInfo, client.getClusterDescription());
            if (!Engine.isSupported(buildInfo)) {
                throw errors.notSupported(engine.name());
            }
            if (!engine.transactions() && !options.perDocument()) {
                throw errors.noTransactions(engine.name());
            }
            return new MongoStore(client, owned, database, engine, options, listener, errors);
        } catch (RuntimeException e) {
            if (owned) {
                client.close();
            }
            throw e;
        }
    }

    private static List<String> hosts(MongoClient client) {
        return client.getClusterDescription().getClusterSettings().getHosts().stream()
                .map(Object::toString)
                .toList();
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities =
                EnumSet.of(Capability.CONCURRENT_WRITERS, Capability.UNIQUE_AMONG_LIVE, Capability.UNICODE_CASE);
        if (engine.transactions()) {
            capabilities.add(Capability.ATOMIC_COMMIT);
            capabilities.add(Capability.ISOLATED_READS);
        }
        if (!engine.emulated()) {
            capabilities.add(Capability.CODE_POINT_ORDER);
        }
        return capabilities;
    }

    @Override
    public int secondPrecision() {
        return MILLISECONDS;
    }

    @Override
    public List<DriverType> driverTypes() {
        return List.of(ObjectIds.type());
    }

    @Override
    public List<Problem> prepare(Model model) {
        Documents prepared = new Documents(database, model, engine, options);
        documents = prepared;
        return prepared.all().stream()
                .flatMap(document -> ModelCheck.of(document).stream())
                .toList();
    }

    @Override
    public @Nullable ValueCheck check(ColumnModel column) {
        return ValueChecks.of(column, engine);
    }

    @Override
    public String columnType(ColumnModel column) {
        return ColumnField.typeOf(column);
    }

    @Override
    public StoreSession open(boolean readOnly) {
        Transaction transaction = new Transaction(client, engine.transactions() && !readOnly, errors);
        Documents known = documents();
        Reads reads = new Reads(known, engine, transaction, listener, errors);
        return new MongoSession(known, engine, reads, counters, transaction, listener, errors);
    }

    @Override
    public void createSchema() {
        schema().create(documents().written());
        sequences().forEach(counters::create);
    }

    @Override
    public String schemaScript() {
        return schema().script(documents().written());
    }

    @Override
    public List<SchemaDifference> validateSchema() {
        return schema().differences(documents().written(), counters);
    }

    @Override
    public void dropSchema() {
        schema().drop(documents().written());
        sequences().forEach(counters::drop);
    }

    private Schema schema() {
        return new Schema(database, engine, listener, errors);
    }

    private List<Generation.Sequence> sequences() {
        return documents().all().stream()
                .map(document -> document.entity().id().generation())
                .filter(Generation.Sequence.class::isInstance)
                .map(Generation.Sequence.class::cast)
                .toList();
    }

    private Documents documents() {
        Documents prepared = documents;
        if (prepared == null) {
            throw new IllegalStateException("prepare(model) comes before any other use of a store");
        }
        return prepared;
    }

    @Override
    public void close() {
        if (owned) {
            client.close();
        }
    }
}
