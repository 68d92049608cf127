package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.delete;
import static dev.plinth.jdbc.Rows.insert;
import static dev.plinth.jdbc.Rows.update;
import static dev.plinth.jdbc.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.CheckViolationException;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.error.StatementTimeoutException;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.error.ValueTooLongException;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in PostgreSQL arrives as Plinth's own exceptions, without the values that the server quotes. */
final class PostgresErrorsTest {
    private static final String SECRET = "secret@example.org";
    private static final EntityModel USER = Entities.named("User", "App User")
            .with("id", ValueType.LONG)
            .withVersion()
            .with("name", ValueType.STRING)
            .withNullable("E mail", ValueType.STRING)
            .withDeletedAt()
            .unique("uk mail", "E mail")
            .unique("uk_both", "name", "E mail")
            .elements("tags", CollectionModel.Kind.LIST, "pos", Entities.column(0, "tag", ValueType.STRING, false))
            .build();

    private final String url = Postgres.url();
    private final Store store = H2.prepared(Postgres.backend(url).connect((k, r, b) -> {}), USER);

    @AfterEach
    void close() {
        store.close();
    }

    private static Object[] user(long id, @Nullable String name, @Nullable String mail) {
        return Rows.row(id, 0L, name, mail, null, List.of());
    }

    private void commit(Object[]... users) {
        try (StoreSession session = store.open(false)) {
            insert(session, USER, users);
            session.commit();
        }
    }

    private <T extends Throwable> T thrown(Class<T> type, Consumer<StoreSession> work) {
        try (StoreSession session = store.open(false)) {
            T error = catchThrowableOfType(type, () -> work.accept(session));
            assertThat(error).isNotNull();
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(SECRET);
            return error;
        }
    }

    private void execute(String sql) {
        Postgres.execute(url, sql);
    }

    @Test
    void aDuplicateNamesEntityAndProperties() {
        commit(user(1, "ada", SECRET));
        DuplicateKeyException mail =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "bob", SECRET)));
        assertThat(mail.entity()).isEqualTo("User");
        assertThat(mail.properties()).containsExactly("E mail");
        assertThat(mail.getCause())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("org.postgresql.util.PSQLException")
                .satisfies(cause ->
                        assertThat(((SQLException) cause).getSQLState()).isEqualTo("23505"));
        DuplicateKeyException id =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(1, SECRET, null)));
        assertThat(id.properties()).containsExactly("id");
        execute("drop index \"uk mail\"");
        DuplicateKeyException both =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "ada", SECRET)));
        assertThat(both.properties()).containsExactly("name", "E mail");
    }

    @Test
    void aDuplicateInABatchIsToldToo() {
        DuplicateKeyException error = thrown(
                DuplicateKeyException.class,
                session -> insert(session, USER, user(1, "a", "x"), user(2, "b", SECRET), user(3, "c", SECRET)));
        assertThat(error.properties()).containsExactly("E mail");
        assertThat(error.getCause()).hasMessageContaining("org.postgresql.util.PSQLException");
    }

    @Test
    void aKeyOfExpressionsIsToldByItsName() {
        execute("create unique index lower_name on \"App User\" (lower(name))");
        commit(user(1, "ada", null));
        DuplicateKeyException error =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "ADA", null)));
        assertThat(error).hasMessageContaining("lower(name::text)");
    }

    @Test
    void onlyLiveRowsWithoutNullAreUnique() {
        Object[] ada = user(1, "ada", SECRET);
        commit(ada, user(7, "null", null), user(8, "null", null));
        Object[] removed = with(with(ada, 4, Instant.EPOCH), 1, 1L);
        try (StoreSession session = store.open(false)) {
            update(session, USER, new Change(ada, removed));
            insert(session, USER, user(2, "ada", SECRET));
            session.commit();
        }
        DuplicateKeyException restored = thrown(
                DuplicateKeyException.class,
                session -> update(session, USER, new Change(removed, with(with(removed, 4, null), 1, 2L))));
        assertThat(restored.properties()).contains("E mail");
    }

    @Test
    void nullsChecksAndForeignKeysAreTold() {
        NotNullViolationException notNull =
                thrown(NotNullViolationException.class, session -> insert(session, USER, user(1, null, SECRET)));
        assertThat(notNull).hasMessageContaining("while inserting 'User', the column 'name' takes no null");

        execute("alter table \"App User\" add constraint \"no spam\" check (name <> 'spam')");
        CheckViolationException check =
                thrown(CheckViolationException.class, session -> insert(session, USER, user(1, "spam", SECRET)));
        assertThat(check.constraint()).isEqualTo("no spam");

        commit(user(5, "ada", SECRET));
        execute("create table login (u bigint constraint fk_login references \"App User\")");
        execute("insert into login values (5)");
        ForeignKeyViolationException inUse =
                thrown(ForeignKeyViolationException.class, session -> delete(session, USER, user(5, "ada", SECRET)));
        assertThat(inUse.constraint()).isEqualTo("fk_login");
    }

    @Test
    void aTableThatIsMissingOrTooNarrowIsTold() {
        execute("alter table \"App User\" alter column name type varchar(3)");
        assertThat(thrown(ValueTooLongException.class, session -> insert(session, USER, user(1, SECRET, null))))
                .hasMessageContaining("a value is too long for a column");
        execute("drop table \"App User_tags\"");
        assertThat(thrown(DatabaseException.class, session -> {
                    insert(session, USER, user(1, "x", null));
                    Rows.byIds(session, USER, 1L);
                }))
                .hasMessageContaining("while reading 'User.tags'")
                .hasMessageContaining("relation \"App User_tags\" does not exist")
                .hasMessageContaining("plinth.schema().create()");
    }

    @Test
    void aStatementThatFailsInABatchIsToldWithoutItsValues() {
        execute("alter table \"App User\" drop column \"E mail\"");
        DatabaseException error = thrown(
                DatabaseException.class,
                session -> insert(session, USER, user(1, SECRET, SECRET), user(2, SECRET, SECRET)));
        assertThat(error).hasMessageContaining("column \"E mail\" of relation \"App User\" does not exist");
    }

    @Test
    void aLockThatIsNotGivenInTimeIsAConflict() {
        commit(user(1, "ada", SECRET));
        Store impatient =
                Postgres.backend(url + "&options=-c%20lock_timeout=200").connect((k, r, b) -> {});
        try (Store closed = prepared(impatient);
                StoreSession holder = store.open(false);
                StoreSession session = closed.open(false)) {
            assertThat(holder.findByKeys(USER, List.of(new EntityKey(USER, 1L)), true))
                    .hasSize(1);
            Object[] eve = with(user(1, "ada", SECRET), 2, "eve");
            assertThatThrownBy(() -> update(session, USER, new Change(user(1, "ada", SECRET), eve)))
                    .isInstanceOfSatisfying(
                            TransactionConflictException.class,
                            e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.LOCK_TIMEOUT))
                    .hasMessageContaining("while updating 'User', another transaction held");
        }
    }

    @Test
    void ofTwoThatWaitForEachOtherOneIsAConflict() {
        commit(user(1, "ada", "a"), user(2, "bob", "b"));
        try (StoreSession left = store.open(false);
                StoreSession right = store.open(false)) {
            lock(left, 1);
            lock(right, 2);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                lock(right, 1);
                right.rollback();
            });
            assertThatThrownBy(() -> {
                        lock(left, 2);
                        left.rollback();
                        join(other);
                    })
                    .isInstanceOf(TransactionConflictException.class)
                    .hasMessageContaining("run the unit of work again");
            left.rollback();
            other.exceptionally(e -> null).orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private static void lock(StoreSession session, long id) {
        session.findByKeys(USER, List.of(new EntityKey(USER, id)), true);
    }

    private static void join(CompletableFuture<Void> work) {
        try {
            work.orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Test
    void aStatementThatTakesTooLongIsTold() {
        Store hasty =
                Postgres.backend(url + "&options=-c%20statement_timeout=100").connect((k, r, b) -> {});
        try (Store closed = H2.prepared(hasty, USER);
                StoreSession holder = store.open(false);
                StoreSession session = closed.open(false)) {
            commit(user(1, "ada", "a"));
            lock(holder, 1);
            assertThatThrownBy(() -> lock(session, 1))
                    .isInstanceOf(StatementTimeoutException.class)
                    .hasMessageContaining("while reading 'User', the database gave the statement up")
                    .hasMessageContaining("time-out");
        }
    }

    @Test
    void aDatabaseThatTakesNoWritesIsTold() {
        Store replica = Postgres.backend(url + "&options=-c%20default_transaction_read_only=on")
                .connect((k, r, b) -> {});
        try (Store closed = prepared(replica);
                StoreSession session = closed.open(false)) {
            assertThatThrownBy(() -> insert(session, USER, user(1, "ada", SECRET)))
                    .isInstanceOf(ReadOnlyDatabaseException.class)
                    .hasMessageContaining("while inserting 'User', the database took no write: it is read-only");
        }
    }

    private static Store prepared(Store store) {
        assertThat(store.prepare(new dev.plinth.model.Model(List.of(USER)))).isEmpty();
        return store;
    }

    @Test
    void aConnectionThatIsCutIsTold() {
        assertThat(thrown(ConnectionException.class, session -> {
                    Rows.count(session, USER, Condition.ALWAYS);
                    cutAll();
                    Rows.count(session, USER, Condition.ALWAYS);
                }))
                .hasMessageStartingWith("PL-510: the connection was lost while counting 'User'");
        assertThat(thrown(ConnectionException.class, session -> {
                            insert(session, USER, user(1, "ada", SECRET));
                            cutAll();
                            session.commit();
                        })
                        .errorCode())
                .isEqualTo(ErrorCode.COMMIT_UNKNOWN);
        commit(user(1, "ada", SECRET));
    }

    @Test
    void aRollbackOnALostConnectionIsNoError() {
        StoreSession session = store.open(false);
        Rows.count(session, USER, Condition.ALWAYS);
        cutAll();
        session.rollback();
        session.close();
    }

    private void cutAll() {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and datname = current_database() and query like '%App User%'");
    }
}
