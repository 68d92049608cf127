package dev.plinth.jdbc;

/** The errors on MariaDB. */
final class MariaDbErrorsTest extends ErrorsOnMySql {
    @Override
    String newUrl() {
        return MariaDb.DATABASES.url();
    }

    @Override
    String askTimeouts() {
        return "select concat(@@session.max_statement_time, ' ', @@session.innodb_lock_wait_timeout)";
    }
}
