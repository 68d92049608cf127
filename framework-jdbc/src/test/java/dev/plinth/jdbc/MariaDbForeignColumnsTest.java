package dev.plinth.jdbc;

/** Foreign columns on MariaDB. */
final class MariaDbForeignColumnsTest extends ForeignColumnsOnMySql {
    @Override
    String newUrl() {
        return MariaDb.DATABASES.url();
    }
}
