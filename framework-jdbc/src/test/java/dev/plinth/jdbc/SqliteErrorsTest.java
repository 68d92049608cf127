package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.delete;
import static dev.plinth.jdbc.Rows.insert;
import static dev.plinth.jdbc.Rows.update;
import static dev.plinth.jdbc.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.backend.Change;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.CheckViolationException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in SQLite arrives as Plinth's own exceptions, without the values that it was about. */
final class SqliteErrorsTest {
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

    private final String url = Sqlite.url();
    private final Store store = H2.prepared(Sqlite.backend(url).connect((k, r, b) -> {}), USER);

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
        Sqlite.execute(url, sql);
    }

    @Test
    void aDuplicateNamesEntityAndProperties() {
        commit(user(1, "ada", SECRET));
        DuplicateKeyException mail =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "bob", SECRET)));
        assertThat(mail.entity()).isEqualTo("User");
        assertThat(mail.properties()).containsExactly("E mail");
        assertThat(mail.getCause()).isInstanceOf(SQLException.class).hasMessageContaining("org.sqlite.SQLiteException");
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
        assertThat(error.getCause()).hasMessageContaining("org.sqlite.SQLiteException");
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

        execute("create table login (u bigint constraint fk_login references \"App User\")");
        execute(
                "create table team (id integer primary key, name varchar constraint \"no spam\" check (name <> 'spam'))");
        EntityModel team = Entities.named("Team", "team")
                .with("id", ValueType.INT)
                .with("name", ValueType.STRING)
                .build();
        try (Store teams = H2.prepared(Sqlite.backend(url).connect((k, r, b) -> {}), team);
                StoreSession session = teams.open(false)) {
            assertThatThrownBy(() -> insert(session, team, new Object[] {1, "spam"}))
                    .isInstanceOfSatisfying(CheckViolationException.class, check -> {
                        assertThat(check.constraint()).isEqualTo("no spam");
                    });
        }

        commit(user(5, "ada", SECRET));
        execute("insert into login values (5)");
        ForeignKeyViolationException inUse =
                thrown(ForeignKeyViolationException.class, session -> delete(session, USER, user(5, "ada", SECRET)));
        assertThat(inUse).hasMessageContaining("a row was deleted that others refer to");
    }

    @Test
    void aStatementThatFailsInABatchIsToldWithoutItsValues() {
        execute("drop index \"uk mail\"");
        execute("drop index uk_both");
        execute("alter table \"App User\" drop column \"E mail\"");
        DatabaseException error = thrown(
                DatabaseException.class,
                session -> insert(session, USER, user(1, SECRET, SECRET), user(2, SECRET, SECRET)));
        assertThat(error).hasMessageContaining("no column named E mail");
    }

    @Test
    void aTableThatIsMissingIsTold() {
        execute("drop table \"App User_tags\"");
        assertThat(thrown(DatabaseException.class, session -> {
                    insert(session, USER, user(1, "x", null));
                    Rows.byIds(session, USER, 1L);
                }))
                .hasMessageContaining("while reading 'User.tags'")
                .hasMessageContaining("no such table: App User_tags")
                .hasMessageContaining("plinth.schema().create()");
    }

    @Test
    void aValueInAnotherFormIsTold() {
        execute("insert into \"App User\" (id, version, name, deleted_at) values (1, 0, 'ada', '" + SECRET + "')");
        assertThat(thrown(DatabaseException.class, session -> Rows.byIds(session, USER, 1L)))
                .hasMessageContaining("a value did not fit the column");
    }

    @Test
    void aWriterThatWaitsTooLongIsAConflict() {
        try (StoreSession holder = store.open(false);
                Store impatient =
                        H2.prepared(Sqlite.backend(url + "&busy_timeout=50").connect((k, r, b) -> {}), USER);
                StoreSession session = impatient.open(false)) {
            insert(holder, USER, user(1, "ada", SECRET));
            assertThatThrownBy(() -> insert(session, USER, user(2, "bob", "b")))
                    .isInstanceOfSatisfying(
                            TransactionConflictException.class,
                            e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.LOCK_TIMEOUT))
                    .hasMessageContaining("while beginning to write, another transaction held");
            holder.commit();
            insert(session, USER, user(2, "bob", "b"));
            session.commit();
        }
    }

    @Test
    void aDatabaseThatTakesNoWritesIsTold() {
        try (Store replica = Sqlite.backend(url + "&open_mode=1")
                .pool(pool -> pool.setReadOnly(true))
                .connect((k, r, b) -> {})) {
            assertThat(replica.prepare(new dev.plinth.model.Model(List.of(USER))))
                    .isEmpty();
            try (StoreSession session = replica.open(false)) {
                assertThatThrownBy(() -> insert(session, USER, user(1, "ada", SECRET)))
                        .isInstanceOf(ReadOnlyDatabaseException.class)
                        .hasMessageContaining("the database took no write: it is read-only");
            }
        }
    }
}
