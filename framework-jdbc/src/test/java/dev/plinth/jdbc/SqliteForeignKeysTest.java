package dev.plinth.jdbc;

/** Foreign keys on SQLite. */
final class SqliteForeignKeysTest extends ForeignKeysOnEngine {
    @Override
    String url() {
        return Sqlite.url();
    }

    @Override
    boolean hasAlter() {
        return false;
    }

    @Override
    boolean tellsForeignKeys() {
        return false;
    }
}
