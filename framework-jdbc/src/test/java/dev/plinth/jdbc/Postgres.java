package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL for all tests of a run: the server named by PLINTH_TEST_POSTGRES_URL, or one that is started with the
 * first test and stops with the JVM. A database of its own is a schema there.
 */
final class Postgres {
    private static final @Nullable String GIVEN = System.getenv("PLINTH_TEST_POSTGRES_URL");
    private static final String SERVER = GIVEN == null || GIVEN.isBlank() ? embedded() : GIVEN;
    private static final String RUN = "plinth_" + UUID.randomUUID().toString().substring(0, 8) + "_";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    static {
        if (SERVER.equals(GIVEN)) {
            Runtime.getRuntime().addShutdownHook(new Thread(Postgres::leave));
        }
    }

    private Postgres() {}

    /** The URL of a new, empty schema. */
    static String url() {
        String schema = RUN + SCHEMAS.incrementAndGet();
        execute(SERVER, "create schema " + schema);
        return SERVER + (SERVER.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    /** A backend on a new, empty schema. */
    static JdbcBackend backend() {
        return backend(url());
    }

    static JdbcBackend backend(String url) {
        return JdbcBackend.url(url).pool(pool -> pool.setMinimumIdle(1));
    }

    /** A store over new tables of the entities. */
    static Store store(EntityModel... entities) {
        return H2.prepared(backend().connect((kind, rows, batched) -> {}), entities);
    }

    static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // the database sorts by the rules of a language, where the server knows any, to show that Plinth's tables do not
    private static String embedded() {
        try {
            // stops with the JVM, and takes its files away
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("log_min_messages", "fatal")
                    .start();
            String url = server.getJdbcUrl("postgres", "postgres");
            if (!knowsLanguages(url)) {
                return url;
            }
            execute(
                    url,
                    "create database words template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US'");
            return server.getJdbcUrl("postgres", "words");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean knowsLanguages(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select exists (select from pg_collation where collprovider = 'i')")) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void leave() {
        for (int i = 1; i <= SCHEMAS.get(); i++) {
            execute(SERVER, "drop schema if exists " + RUN + i + " cascade");
        }
    }
}
