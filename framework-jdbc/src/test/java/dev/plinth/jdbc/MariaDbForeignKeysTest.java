package dev.plinth.jdbc;

/** Foreign keys on MariaDB. */
final class MariaDbForeignKeysTest extends ForeignKeysOnEngine {
    @Override
    String url() {
        return MariaDb.DATABASES.url();
    }

    @Override
    String quoted(String sql) {
        return sql.replace('"', '`');
    }
}
