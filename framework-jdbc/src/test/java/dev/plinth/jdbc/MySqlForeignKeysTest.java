package dev.plinth.jdbc;

/** Foreign keys on MySQL. */
@MySql.OnGivenServer
final class MySqlForeignKeysTest extends ForeignKeysOnEngine {
    @Override
    String url() {
        return MySql.databases().url();
    }

    @Override
    String quoted(String sql) {
        return sql.replace('"', '`');
    }
}
