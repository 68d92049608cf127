package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** New databases on a server of MySQL or MariaDB, which go with the JVM. */
final class Databases {
    private final String server;
    private final String run = "plinth_" + UUID.randomUUID().toString().substring(0, 8) + "_";
    private final AtomicInteger count = new AtomicInteger();

    /** On the server that a URL leads to, through a database that is there. */
    Databases(String server) {
        this.server = server;
        Runtime.getRuntime().addShutdownHook(new Thread(this::drop));
    }

    /** The URL of a new, empty database. */
    String url() {
        String name = run + count.incrementAndGet();
        // a language's rules, to show that Plinth's tables do not follow them
        execute(server, "create database " + name + " collate utf8mb4_unicode_ci");
        return server.replaceFirst("^(jdbc:\\w+://[^/]*/)[^?]*", "$1" + name);
    }

    /** A backend on a new, empty database. */
    JdbcBackend backend() {
        return backend(url());
    }

    static JdbcBackend backend(String url) {
        return JdbcBackend.url(url).pool(pool -> pool.setMinimumIdle(1));
    }

    /** A store over new tables of the entities. */
    Store store(EntityModel... entities) {
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

    private void drop() {
        for (int i = 1; i <= count.get(); i++) {
            execute(server, "drop database if exists " + run + i);
        }
    }
}
