package dev.plinth.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** The server of the tests: the one that PLINTH_TEST_MONGODB_URI names, else mongo-java-server in this process. */
final class TestServer {
    /** The database of this run. */
    static final String DATABASE = "plinth_test_" + ProcessHandle.current().pid();

    private static final String URI = uri();
    private static final MongoClient CLIENT = MongoClients.create(URI);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    private static String uri() {
        String external = System.getenv("PLINTH_TEST_MONGODB_URI");
        return external != null ? external : "mongodb://" + address(start());
    }

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

    /** The backend, on a client that the tests share. */
    static MongoBackend backend() {
        return MongoBackend.on(CLIENT, DATABASE).allowPerDocumentAtomicity();
    }

    /** A backend with a database of its own, which the server forgets when its collections are dropped. */
    static MongoBackend backendOfItsOwn() {
        return MongoBackend.on(CLIENT, DATABASE + "_" + DATABASES.incrementAndGet())
                .allowPerDocumentAtomicity();
    }

    /** The database as the driver sees it. */
    static MongoDatabase database() {
        return CLIENT.getDatabase(DATABASE);
    }
}
