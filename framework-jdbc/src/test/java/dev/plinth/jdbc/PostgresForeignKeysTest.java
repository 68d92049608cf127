package dev.plinth.jdbc;

/** Foreign keys on PostgreSQL. */
final class PostgresForeignKeysTest extends ForeignKeysOnEngine {
    @Override
    String url() {
        return Postgres.url();
    }
}
