package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.CheckViolationException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.LockTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The errors on SQLite, whose messages name columns and quote no values. */
final class SqliteErrorsTest extends ErrorsOnEngine {
    @Override
    String newUrl() {
        return Sqlite.url();
    }

    @Override
    JdbcBackend backend(String database) {
        return Sqlite.backend(database);
    }

    @Override
    String missing(String table) {
        return "no such table: " + table;
    }

    @Override
    boolean limitsValues() {
        return false;
    }

    @Override
    boolean tellsNamesOfConstraints() {
        return false;
    }

    @Override
    boolean tellsForeignKeys() {
        return false;
    }

    @Override
    boolean quotesValues() {
        return false;
    }

    @Override
    boolean locksRows() {
        return false;
    }

    @Override
    boolean canBeCut() {
        return false;
    }

    @Override
    JdbcBackend readOnly() {
        return backend(url).pool(pool -> pool.setConnectionInitSql("pragma query_only = on"));
    }

    @Override
    String askTimeouts() {
        return "pragma busy_timeout";
    }

    @Test
    void aStatementThatFailsInABatchIsToldWithoutItsValues() {
        execute("alter table \"App User\" rename column \"E mail\" to mail");
        DatabaseException error = thrown(
                DatabaseException.class,
                session -> insert(session, USER, user(1, SECRET, SECRET), user(2, SECRET, SECRET)));
        assertThat(error).hasMessageContaining("no column named E mail");
    }

    @Test
    void aFileThatIsOpenedForReadingIsOnlyRead() {
        assertThatNothingIsWritten(backend(url + "&open_mode=1"));
        assertThatNothingIsWritten(backend(url + "&open_mode=65").pool(pool -> pool.setReadOnly(true)));
    }

    @Test
    void aValueInAnotherFormIsTold() {
        execute("insert into \"App User\" (id, version, name, deleted_at) values (1, 0, 'ada', '" + SECRET + "')");
        assertThat(thrown(EntityMappingException.class, session -> Rows.byIds(session, USER, 1L)))
                .hasMessageContaining(
                        "'User.deleted_at' (Instant, column 'deleted_at') cannot hold what was found there");
    }

    @Test
    void aWriterThatWaitedTooLongCanTryAgain() {
        try (StoreSession holder = store.open(false);
                Store impatient = prepared(backend(url).lockTimeout(Duration.ofMillis(50)), USER);
                StoreSession session = impatient.open(false)) {
            insert(holder, USER, user(1, "ada", SECRET));
            assertThatThrownBy(() -> insert(session, USER, user(2, "bob", "b")))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("while beginning to write, another transaction held");
            holder.commit();
            insert(session, USER, user(2, "bob", "b"));
            session.commit();
        }
    }

    // as SQLite itself does when its disk is full, or a statement that writes is interrupted
    @Test
    void aRollbackAfterSqlitesOwnIsNoError() {
        execute("create trigger full before insert on \"App User\" when new.name = 'full'"
                + " begin select raise(rollback, 'the disk is full'); end");
        try (StoreSession session = store.open(false)) {
            insert(session, USER, user(1, "ada", SECRET));
            assertThatThrownBy(() -> insert(session, USER, user(2, "full", null)))
                    .isInstanceOf(CheckViolationException.class);
            session.rollback();
        }
        try (StoreSession session = store.open(false)) {
            assertThat(Rows.count(session, USER, Condition.ALWAYS)).isZero();
        }
    }
}
