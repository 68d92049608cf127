package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.plinth.backend.Capability;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.CommitUnknownException;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connecting, what is refused before anything is sent, and what happens when the server is gone. */
@Timeout(30)
class MongoBackendTest {
    private static final StatementListener SILENT = (kind, rows, batched) -> {};

    private final Samples samples = new Samples();

    private static Query all(Samples samples) {
        return new Query(samples.entity, Condition.ALWAYS, List.of(), 0, 0);
    }

    @Test
    void aServerWithoutTransactionsIsRefusedUnlessThatIsAccepted() {
        MongoServer server = TestServer.start();
        String address = TestServer.address(server);
        MongoBackend backend = MongoBackend.uri("mongodb://" + address + "/shop");
        assertThatThrownBy(() -> backend.connect(SILENT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("PL-103: MongoDB at " + address + " (database \"shop\") is a mongo-java-server (as MongoDB"
                        + " 5.0.0) without multi-document transactions, so a unit of work could not be kept as a"
                        + " whole. Run MongoDB as a replica set (one member is enough), or accept atomicity per"
                        + " document with MongoBackend.allowPerDocumentAtomicity()");
        try (Store store = backend.allowPerDocumentAtomicity().connect(SILENT)) {
            assertThat(store.name()).isEqualTo("mongo-java-server (as MongoDB 5.0.0)");
            assertThat(store.secondPrecision()).isEqualTo(3);
            assertThat(store.capabilities())
                    .containsExactlyInAnyOrder(
                            Capability.CONCURRENT_WRITERS, Capability.UNIQUE_AMONG_LIVE, Capability.UNICODE_CASE);
        }
        server.shutdownNow();
    }

    private static final class Version4 implements MongoVersion {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(4, 4, 29);
        }

        @Override
        public int getWireVersion() {
            return 9;
        }
    }

    @Test
    void aServerThatIsTooOldIsRefused() {
        MongoServer server = new MongoServer(new MemoryBackend().version(new Version4()));
        MongoBackend backend = MongoBackend.uri(server.bindAndGetConnectionString() + "/shop");
        assertThatThrownBy(() -> backend.allowPerDocumentAtomicity().connect(SILENT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is a mongo-java-server (as MongoDB 4.")
                .hasMessageEndingWith(
                        "which is not supported. Supported are MongoDB 5 and newer, and servers that speak its protocol");
        server.shutdownNow();
    }

    @Test
    void aStoppedServerIsOneClearErrorWithinSeconds() {
        MongoServer server = TestServer.start();
        String address = TestServer.address(server);
        String uri = "mongodb://" + address + "/shop";
        MongoBackend backend =
                MongoBackend.uri(uri + "?serverSelectionTimeoutMS=500").allowPerDocumentAtomicity();
        String message = "PL-501: MongoDB at " + address + " (database \"shop\") cannot be reached. Check that the"
                + " server runs, that host and port are right, and that no firewall is between";
        try (Store store = backend.connect(SILENT)) {
            store.prepare(samples.model);
            store.createSchema();
            try (StoreSession session = store.open(false)) {
                samples.insert(session, samples.row(1));
                server.shutdownNow();
                assertThatThrownBy(() -> samples.insert(session, samples.row(2)))
                        .isInstanceOf(CommitUnknownException.class)
                        .hasMessageContaining("the documents may or may not have been written");
            }
            try (StoreSession session = store.open(true)) {
                assertThatThrownBy(() -> session.count(all(samples)))
                        .isInstanceOf(ConnectionException.class)
                        .hasMessage(message);
                assertThatThrownBy(() -> session.find(all(samples)))
                        .isInstanceOf(ConnectionException.class)
                        .hasMessage(message);
            }
        }
        // with the timeout that Plinth sets
        assertThatThrownBy(() -> MongoBackend.uri(uri).connect(SILENT))
                .isInstanceOf(ConnectionException.class)
                .hasMessage(message)
                .rootCause()
                .hasMessageContaining("Connection refused");
    }

    @Test
    void aUsedUpPoolIsNamed() {
        MongoServer server = TestServer.start();
        try (Store store = MongoBackend.uri(
                        "mongodb://" + TestServer.address(server) + "/shop?maxPoolSize=1&waitQueueTimeoutMS=50")
                .allowPerDocumentAtomicity()
                .customize(s -> s.addCommandListener(new SlowFind()))
                .connect(SILENT)) {
            store.prepare(samples.model);
            ExecutorService other = Executors.newSingleThreadExecutor();
            Future<Long> slow = other.submit(() -> {
                try (StoreSession session = store.open(true);
                        RowCursor rows = session.find(all(samples))) {
                    return rows.next() == null ? 0L : 1L;
                }
            });
            SlowFind.awaitStarted();
            try (StoreSession session = store.open(true)) {
                ConnectionException error =
                        catchThrowableOfType(ConnectionException.class, () -> session.count(all(samples)));
                assertThat(error.errorCode()).isEqualTo(ErrorCode.POOL_EXHAUSTED);
                assertThat(error).hasMessageContaining("had no free connection in time");
            }
            assertThat(slow).succeedsWithin(java.time.Duration.ofSeconds(5)).isEqualTo(0L);
            other.shutdown();
        }
        server.shutdownNow();
    }

    @Test
    void theUsersClientStaysOpen() {
        MongoServer server = TestServer.start();
        try (MongoClient client = MongoClients.create("mongodb://" + TestServer.address(server))) {
            MongoBackend.on(client, "shop")
                    .allowPerDocumentAtomicity()
                    .connect(SILENT)
                    .close();
            assertThat(client.getDatabase("shop").listCollectionNames().first()).isNull();
        }
        server.shutdownNow();
    }

    @Test
    void mistakesInTheConfigurationAreNamed() {
        assertThatThrownBy(() -> MongoBackend.uri("mongodb://localhost"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("names no database");
        assertThatThrownBy(() -> MongoBackend.uri("mongodb://localhost/a.b"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has a dot behind the hosts");
        assertThatThrownBy(() -> MongoBackend.uri("mongodb://me:se/cret@localhost/shop"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("percent-encoded")
                .hasMessageNotContaining("cret")
                .hasNoCause();
        try (MongoClient client = MongoClients.create()) {
            MongoBackend backend = MongoBackend.on(client, "shop");
            assertThatThrownBy(() -> backend.customize(s -> {})).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void whatMongoDbCannotHoldIsRefusedByTheModel() {
        try (Store store = TestServer.IN_PROCESS.backend().connect(SILENT)) {
            assertThat(store.prepare(Samples.model(Wrong.class)))
                    .extracting(problem -> problem.member() + ": " + problem.message())
                    .containsExactly(
                            "id: MongoDB cannot set ids when documents are written (IDENTITY)",
                            ": \"system.wrong\" cannot be the name of a collection",
                            "dotted: \"a.b\" cannot be the name of a field",
                            "dollar: \"$x\" cannot be the name of a field",
                            "reserved: \"_id\" cannot be the name of a field",
                            ": there is no room for the field \"_id\": another property has its place in the document",
                            ": there is no room for the field \"place.city\": another property has its place in the document");
            assertThat(store.prepare(Samples.model(Wrong.class)).get(0).remedy())
                    .isEqualTo("Use GenerationType.UUID, or GenerationType.SEQUENCE for numbers");
        }
    }

    @Test
    void valuesThatBsonCannotHoldAreRefused() {
        try (Store store = TestServer.IN_PROCESS.backend().connect(SILENT)) {
            ValueCheck text = Objects.requireNonNull(store.check(samples.column("text")));
            assertThat(text.refusal("\ud83d\ude00\0")).isNull();
            assertThat(text.refusal("ä".repeat(9_000_000))).contains("16 MB");
            ValueCheck decimal = Objects.requireNonNull(store.check(samples.column("decimal")));
            assertThat(decimal.refusal(new BigDecimal("1234567890123456789012345678.901234")))
                    .isNull();
            assertThat(decimal.refusal(new BigDecimal("12345678901234567890123456789.012345")))
                    .contains("34 digits");
            ValueCheck integer = Objects.requireNonNull(store.check(samples.column("integer")));
            assertThat(integer.refusal(BigInteger.TEN.pow(34).add(BigInteger.ONE)))
                    .contains("34 digits");
            ValueCheck date = Objects.requireNonNull(store.check(samples.column("date")));
            assertThat(date.refusal(LocalDate.of(99999, 1, 1))).isNull();
            assertThat(date.refusal(LocalDate.MAX)).contains("dates of BSON");
            ValueCheck instant = Objects.requireNonNull(store.check(samples.column("instant")));
            assertThat(instant.refusal(Instant.MIN)).contains("dates of BSON");
            assertThat(store.check(samples.column("duration"))).isNull();
        }
    }

    @Test
    void blocksOfIdsAreGivenOutOnce() throws Exception {
        Generation.Sequence sequence = new Generation.Sequence(new TableName(null, null, "numbers"), 100, 7);
        try (Store store = TestServer.IN_PROCESS.backend().connect(SILENT)) {
            TestServer.IN_PROCESS.database().getCollection("plinth_counters").drop();
            store.prepare(samples.model);
            Callable<List<Long>> work = () -> {
                try (StoreSession session = store.open(false)) {
                    return IntStream.range(0, 25)
                            .mapToObj(i -> session.nextBlock(sequence))
                            .toList();
                }
            };
            ExecutorService threads = Executors.newFixedThreadPool(4);
            Set<Long> blocks = new HashSet<>();
            for (Future<List<Long>> each : threads.invokeAll(List.of(work, work, work, work))) {
                blocks.addAll(each.get(10, TimeUnit.SECONDS));
            }
            threads.shutdown();
            assertThat(blocks)
                    .hasSize(100)
                    .allMatch(first -> (first - 100) % 7 == 0)
                    .contains(100L, 100L + 99 * 7);
        }
    }

    @Test
    void theTestsRunOnTheServerThatTheySay() {
        try (Store store = TestServer.IN_PROCESS.backend().connect(SILENT)) {
            assertThat(store.name()).startsWith("mongo-java-server");
        }
    }

    /** An entity with everything that MongoDB cannot hold. */
    @Entity
    @Table(name = "system.wrong")
    static final class Wrong {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Column(name = "a.b")
        @Nullable
        String dotted;

        @Column(name = "$x")
        @Nullable
        String dollar;

        @Column(name = "_id")
        @Nullable
        String reserved;

        @Column(name = "place")
        @Nullable
        String other;

        @Embedded
        @Nullable
        Place place;
    }

    /** An embeddable whose sub-document has the name of another field. */
    @Embeddable
    record Place(@Nullable String city) {}
}
