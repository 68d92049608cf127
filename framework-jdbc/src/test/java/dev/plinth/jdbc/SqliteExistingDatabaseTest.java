package dev.plinth.jdbc;

import org.jspecify.annotations.Nullable;

/** Existing tables on SQLite. */
final class SqliteExistingDatabaseTest extends ExistingDatabaseOnEngine {
    @Override
    String newUrl() {
        return Sqlite.url();
    }

    @Override
    JdbcBackend backend(String database) {
        return Sqlite.backend(database);
    }

    @Override
    @Nullable
    String otherSchema(String database) {
        return null;
    }

    @Override
    boolean padsTexts() {
        return false;
    }

    @Override
    boolean hasZones() {
        return false;
    }

    @Override
    String identity() {
        return "integer primary key autoincrement";
    }
}
