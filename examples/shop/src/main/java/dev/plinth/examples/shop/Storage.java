package dev.plinth.examples.shop;

import de.bwaldvogel.mongo.MongoServer;
import dev.plinth.backend.Backend;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.memory.MemoryBackend;
import dev.plinth.mongo.MongoBackend;

/** The database that was asked for: the only class of the shop that knows which one it is. */
final class Storage implements AutoCloseable {
    private static final String FILE = "jdbc:h2:file:./shop-data/shop";

    private final Backend backend;
    private final Runnable shutdown;

    private Storage(Backend backend, Runnable shutdown) {
        this.backend = backend;
        this.shutdown = shutdown;
    }

    static Storage of(Options options) {
        String url = options.url();
        return switch (options.backend()) {
            case H2 -> new Storage(JdbcBackend.url(url == null ? FILE : url), () -> {});
            case MONGO -> url == null ? mongoServer() : mongo(url, () -> {});
            case MEMORY -> new Storage(MemoryBackend.create(), () -> {});
        };
    }

    private static Storage mongoServer() {
        MongoServer server = new MongoServer(new de.bwaldvogel.mongo.backend.memory.MemoryBackend());
        return mongo(server.bindAndGetConnectionString() + "/shop", server::shutdownNow);
    }

    // each of the shop's transactions changes one document and its audit trail: it can do without atomic commits
    private static Storage mongo(String url, Runnable shutdown) {
        return new Storage(MongoBackend.uri(url).allowPerDocumentAtomicity(), shutdown);
    }

    Backend backend() {
        return backend;
    }

    @Override
    public void close() {
        shutdown.run();
    }
}
