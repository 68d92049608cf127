package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** New SQLite databases: files in a directory that goes with the JVM. */
final class Sqlite {
    private static final Path DIRECTORY = directory();

    private Sqlite() {}

    /** The URL of a new database, which does not wait for the disk. */
    static String url() {
        return "jdbc:sqlite:" + DIRECTORY.resolve(UUID.randomUUID() + ".db") + "?synchronous=off";
    }

    /** A backend on a new database. */
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

    static void execute(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query. */
    static List<String> query(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("plinth-sqlite");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
