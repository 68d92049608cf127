package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.ConstraintViolationException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DuplicateKeyException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The errors on PostgreSQL, which sends names in fields of their own. */
final class PostgresErrorsTest extends ErrorsOnEngine {
    @Override
    String newUrl() {
        return Postgres.url();
    }

    @Override
    JdbcBackend backend(String database) {
        return Postgres.backend(database);
    }

    @Override
    String missing(String table) {
        return "relation \"" + table + "\" does not exist";
    }

    @Override
    boolean tellsColumnsOfValues() {
        return false;
    }

    @Override
    JdbcBackend readOnly() {
        return backend(url + "&options=-c%20default_transaction_read_only=on");
    }

    @Override
    String askTimeouts() {
        return "select current_setting('statement_timeout') || current_setting('lock_timeout')";
    }

    @Override
    void cutAll() {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and datname = current_database() and query like '%App User%'");
    }

    @Test
    void theCauseHasTheStateOfTheEngine() {
        commit(user(1, "ada", SECRET));
        assertThat(thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "bob", SECRET)))
                        .getCause())
                .hasMessageContaining("org.postgresql.util.PSQLException")
                .satisfies(cause ->
                        assertThat(((SQLException) cause).getSQLState()).isEqualTo("23505"));
    }

    @Test
    void aKeyOfExpressionsIsToldByItsName() {
        execute("create unique index lower_name on \"App User\" (lower(name))");
        commit(user(1, "ada", null));
        DuplicateKeyException error =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "ADA", null)));
        assertThat(error).hasMessageContaining("lower(name::text)");
        assertThat(error.constraint()).isEqualTo("lower_name");
    }

    @Test
    void aConstraintOfAnotherKindIsTold() {
        execute("alter table \"App User\" add constraint apart exclude using gist"
                + " (box(point(id, id), point(id + 1, id + 1)) with &&)");
        commit(user(1, "ada", null));
        ConstraintViolationException error =
                thrown(ConstraintViolationException.class, session -> insert(session, USER, user(2, "bob", null)));
        assertThat(error).hasMessageStartingWith("PL-403: while inserting 'User', the constraint 'apart' refused");
    }

    @Test
    void aStatementThatFailsInABatchIsToldWithoutItsValues() {
        execute("alter table \"App User\" drop column \"E mail\"");
        DatabaseException error = thrown(
                DatabaseException.class,
                session -> insert(session, USER, user(1, SECRET, SECRET), user(2, SECRET, SECRET)));
        assertThat(error).hasMessageContaining("column \"E mail\" of relation \"App User\" does not exist");
    }
}
