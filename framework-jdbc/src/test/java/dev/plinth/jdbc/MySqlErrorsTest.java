package dev.plinth.jdbc;

/** The errors on MySQL. */
@MySql.OnGivenServer
final class MySqlErrorsTest extends ErrorsOnMySql {
    @Override
    String newUrl() {
        return MySql.databases().url();
    }

    @Override
    String askTimeouts() {
        return "select concat(@@session.max_execution_time, ' ', @@session.innodb_lock_wait_timeout)";
    }
}
