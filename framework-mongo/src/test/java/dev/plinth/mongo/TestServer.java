package dev.plinth.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The servers that the tests run on. Each is connected to with the first test that needs it, once per run. */
enum TestServer {
    /** mongo-java-server in this process, without transactions. */
    IN_PROCESS,
    /** The server that PLINTH_TEST_MONGODB_URI names: a replica set. */
    GIVEN;

    /** The variable that names the given server. */
    static final String VARIABLE = "PLINTH_TEST_MONGODB_URI";

    private static final String DATABASE =
            "plinth_test_" + ProcessHandle.current().pid();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private @Nullable MongoClient client;

    /** Starts a server in this process, with one thread: it does not lock what it sends. */
    static MongoServer start() {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 1);
        return server;
    }

    /** Where a server listens. */
    static String address(MongoServer server) {
        InetSocketAddress address = server.getLocalAddress();
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private synchronized MongoClient client() {
        if (client == null) {
            String uri = this == IN_PROCESS ? "mongodb://" + address(start()) : System.getenv(VARIABLE);
            client = MongoClients.create(Objects.requireNonNull(uri, VARIABLE));
        }
        return client;
    }

    /** The backend, on a client that the tests share. */
    MongoBackend backend() {
        return backend(DATABASE);
    }

    /** A backend with a database of its own, which the server forgets when its collections are dropped. */
    MongoBackend backendOfItsOwn() {
        return backend(DATABASE + "_" + DATABASES.incrementAndGet());
    }

    private MongoBackend backend(String database) {
        MongoBackend backend = MongoBackend.on(client(), database);
        return this == IN_PROCESS ? backend.allowPerDocumentAtomicity() : backend;
    }

    /** The database of {@link #backend} as the driver sees it. */
    MongoDatabase database() {
        return client().getDatabase(DATABASE);
    }
}
