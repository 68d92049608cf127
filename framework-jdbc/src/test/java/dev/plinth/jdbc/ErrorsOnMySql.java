package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.DuplicateKeyException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The errors on MySQL and MariaDB, which name keys and quote values. */
abstract class ErrorsOnMySql extends ErrorsOnEngine {
    @Override
    JdbcBackend backend(String database) {
        return Databases.backend(database);
    }

    @Override
    String quoted(String name) {
        return '`' + name + '`';
    }

    @Override
    String missing(String table) {
        return table + "' doesn't exist";
    }

    @Override
    JdbcBackend readOnly() {
        return backend(url).pool(pool -> pool.setConnectionInitSql("set session transaction read only"));
    }

    @Override
    void cutAll() {
        for (String id : Databases.query(
                url, "select id from information_schema.processlist where db = database() and id <> connection_id()")) {
            execute("kill " + id);
        }
    }

    @Test
    void theCauseHasTheCodeOfTheEngine() {
        commit(user(1, "ada", SECRET));
        assertThat(thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "bob", SECRET)))
                        .getCause())
                .satisfies(cause ->
                        assertThat(((SQLException) cause).getErrorCode()).isEqualTo(1062));
    }
}
