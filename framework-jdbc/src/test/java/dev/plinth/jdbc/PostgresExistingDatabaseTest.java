package dev.plinth.jdbc;

import java.util.UUID;

/** Existing tables on PostgreSQL. */
final class PostgresExistingDatabaseTest extends ExistingDatabaseOnEngine {
    @Override
    String newUrl() {
        return Postgres.url();
    }

    @Override
    JdbcBackend backend(String database) {
        return Postgres.backend(database);
    }

    @Override
    String otherSchema(String database) {
        String other = "Alt & neu " + UUID.randomUUID();
        executeAt(database, "create schema \"" + other + "\"");
        return other;
    }

    @Override
    String identity() {
        return "bigserial primary key";
    }
}
