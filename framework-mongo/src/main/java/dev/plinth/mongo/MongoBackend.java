package dev.plinth.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.plinth.backend.Backend;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import dev.plinth.mongo.internal.session.MongoStore;
import dev.plinth.mongo.internal.session.Options;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to a MongoDB database.
 *
 * <p><b>Transactions.</b> A unit of work is one multi-document transaction, which needs a replica set (one member is
 * enough) or a sharded cluster. A server without them is refused, unless {@link #allowPerDocumentAtomicity()} says that
 * atomicity per document is enough.
 *
 * <p><b>Documents.</b> An entity is a document of the collection that its table is called; a schema or catalog is put
 * in front of the name with a dot.
 *
 * <ul>
 *   <li>The id is {@code _id}: the value of an id of one column, or a sub-document of an id's columns in their order.
 *   <li>A property is the field that its column is called.
 *   <li>An embeddable is a sub-document, named as the embedded property. Inside, each field is called as its column:
 *       {@code city} of {@code address} is {@code address.city}, or {@code address.town} where an attribute override
 *       calls the column {@code town}.
 *   <li>An element collection is an array, named as the collection, of values or of sub-documents.
 *   <li>A null is a missing field. A field that holds null is read as null too. Fields that are not mapped stay as they
 *       are when a document is updated.
 *   <li>Numbers are int32, int64 and double; {@code BigDecimal}, {@code BigInteger} and {@code Duration} (in seconds)
 *       are Decimal128; dates and times are dates in UTC with milliseconds, a {@code LocalTime} on the first day of
 *       1970; an {@code OffsetDateTime} is a sub-document of {@code instant} and {@code offset} (in seconds); a
 *       {@code UUID} is a standard binary UUID.
 *   <li>An id, and any other property, may be an {@link org.bson.types.ObjectId}. With {@code @GeneratedValue} the
 *       driver makes it on insert.
 * </ul>
 *
 * <p><b>Schema.</b> {@code plinth.schema()} makes collections, indexes and a validator that allows other fields. Its
 * script and its statements are those of {@code mongosh}.
 *
 * <p>Sequences are counters in the collection {@code plinth_counters}. The driver reads from the primary.
 */
public final class MongoBackend implements Backend {
    private static final long SELECTION_SECONDS = 3;
    private static final int CONNECT_SECONDS = 3;
    private static final long POOL_SECONDS = 10;

    private final @Nullable MongoClient client;
    private final @Nullable ConnectionString uri;
    private final String database;
    private final Options options;
    private final @Nullable Consumer<MongoClientSettings.Builder> customizer;

    private MongoBackend(
            @Nullable MongoClient client,
            @Nullable ConnectionString uri,
            String database,
            Options options,
            @Nullable Consumer<MongoClientSettings.Builder> customizer) {
        this.client = client;
        this.uri = uri;
        this.database = database;
        this.options = options;
        this.customizer = customizer;
    }

    /**
     * Uses a client that the application has. The application closes it, after Plinth.
     *
     * @param client the client
     * @param database the name of the database
     * @return the backend
     */
    public static MongoBackend on(MongoClient client, String database) {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(database, "database");
        return new MongoBackend(client, null, database, Options.NONE, null);
    }

    /**
     * Opens a client of its own and closes it with Plinth. Where the connection string does not say otherwise, a server
     * that does not answer is given up after 3 seconds, and a used-up connection pool after 10.
     *
     * @param connectionString where MongoDB is, with the name of the database: {@code mongodb://host:27017/shop}
     * @return the backend
     * @throws ConfigurationException where the connection string is not one, or names no database
     */
    public static MongoBackend uri(String connectionString) {
        Objects.requireNonNull(connectionString, "connectionString");
        ConnectionString uri;
        try {
            uri = new ConnectionString(connectionString);
        } catch (IllegalArgumentException e) {
            // the driver's text may quote the password
            throw configuration("the connection string of MongoDB is not one. Its form is"
                    + " mongodb://user:password@host:27017/database, with special characters in the password"
                    + " percent-encoded");
        }
        String database = uri.getDatabase();
        if (database == null) {
            throw configuration("the connection string of MongoDB names no database. Put it behind the hosts:"
                    + " mongodb://host:27017/database");
        }
        if (uri.getCollection() != null) {
            throw configuration(
                    "the connection string of MongoDB has a dot behind the hosts, and the name of a database"
                            + " has none. Put only the database there: mongodb://host:27017/database");
        }
        return new MongoBackend(null, uri, database, Options.NONE, null);
    }

    /**
     * Accepts a server without multi-document transactions. There each document is written as a whole, but a unit of
     * work is not: what was written before a failure stays, and the failure tells what that is.
     *
     * @return a backend that does
     */
    public MongoBackend allowPerDocumentAtomicity() {
        return with(new Options(true, options.showsValues(), options.statementTimeout()));
    }

    /**
     * Limits how long a statement may take before it fails with
     * {@link dev.plinth.error.StatementTimeoutException}. The server is told, and the driver waits no longer than that.
     * Where rows are read as a stream, it counts for each step.
     *
     * @param timeout the limit, at least a millisecond
     * @return a backend with this limit
     * @throws ConfigurationException where the limit is none
     */
    public MongoBackend statementTimeout(Duration timeout) {
        Objects.requireNonNull(timeout, "statementTimeout");
        if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
            throw configuration("a statement time-out of " + timeout + " is none. Give one of a millisecond or more");
        }
        return with(new Options(options.perDocument(), options.showsValues(), timeout));
    }

    /**
     * Keeps the driver's own errors, which are the causes of Plinth's, as they are. Their text may quote values of
     * documents; without this it is left out.
     *
     * @return a backend whose errors may show values
     */
    public MongoBackend valuesInErrors() {
        return with(new Options(options.perDocument(), true, options.statementTimeout()));
    }

    private MongoBackend with(Options changed) {
        return new MongoBackend(client, uri, database, changed, customizer);
    }

    /**
     * Changes the settings of the client that {@link #uri} opens, after everything else has been set.
     *
     * @param customizer changes the settings
     * @return a backend that does
     * @throws ConfigurationException where the client is the application's own
     */
    public MongoBackend customize(Consumer<MongoClientSettings.Builder> customizer) {
        Objects.requireNonNull(customizer, "customizer");
        if (client != null) {
            throw configuration("the settings of a client that is open already cannot be changed. Set them where the"
                    + " application opens the client, or give Plinth a connection string: MongoBackend.uri(...)");
        }
        Consumer<MongoClientSettings.Builder> before = this.customizer;
        return new MongoBackend(null, uri, database, options, before == null ? customizer : before.andThen(customizer));
    }

    @Override
    public Store connect(StatementListener listener) {
        return client != null
                ? MongoStore.connect(client, false, database, options, listener)
                : MongoStore.connect(open(), true, database, options, listener);
    }

    private MongoClient open() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applicationName("plinth")
                .applyToClusterSettings(c -> c.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(s -> s.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(p -> p.maxWaitTime(POOL_SECONDS, TimeUnit.SECONDS));
        if (uri != null) {
            settings.applyConnectionString(uri);
        }
        if (customizer != null) {
            customizer.accept(settings);
        }
        return MongoClients.create(settings.build());
    }

    private static ConfigurationException configuration(String message) {
        return new ConfigurationException(ErrorCode.CONFIGURATION_INVALID, message, null);
    }
}
