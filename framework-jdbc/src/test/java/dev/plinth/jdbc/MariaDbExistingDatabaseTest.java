package dev.plinth.jdbc;

/** Existing tables on MariaDB. */
final class MariaDbExistingDatabaseTest extends ExistingDatabaseOnMySql {
    @Override
    String newUrl() {
        return MariaDb.DATABASES.url();
    }
}
