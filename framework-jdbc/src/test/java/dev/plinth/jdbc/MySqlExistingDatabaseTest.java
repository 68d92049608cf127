package dev.plinth.jdbc;

/** Existing tables on MySQL. */
@MySql.OnGivenServer
final class MySqlExistingDatabaseTest extends ExistingDatabaseOnMySql {
    @Override
    String newUrl() {
        return MySql.databases().url();
    }
}
