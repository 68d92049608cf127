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
import dev.plinth.error.TransactionConflictException;
import dev.plinth.error.ValueTooLongException;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in the database arrives as Plinth's own exceptions, without the values that H2 quotes. */
final class ErrorsTest {
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

    private final String url = H2.url() + ";LOCK_TIMEOUT=200";
    private final Store store = H2.prepared(JdbcBackend.url(url).connect((k, r, b) -> {}), USER);

    @AfterEach
    void close() {
        store.close();
    }

    private static Object[] user(long id, String name, String mail) {
        return Rows.row(id, 0L, name, mail, null, List.of());
    }

    private void commit(Object[]... users) {
        try (StoreSession session = store.open(false)) {
            insert(session, USER, users);
            session.commit();
        }
    }

    private <T extends Throwable> T thrown(Class<T> type, java.util.function.Consumer<StoreSession> work) {
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
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDuplicateNamesEntityAndProperties() {
        commit(user(1, "ada", SECRET));
        DuplicateKeyException mail =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "bob", SECRET)));
        assertThat(mail.entity()).isEqualTo("User");
        assertThat(mail.properties()).containsExactly("E mail");
        assertThat(mail)
                .hasMessageStartingWith(
                        "PL-402: another 'User' has the same 'E mail' already. Choose another value, or change"
                                + " or remove that one first. It happened while inserting 'User'.")
                .hasMessageContaining("insert into \"App User\"")
                .hasMessageContaining("values (?, ?, ?, ?, ?)");
        assertThat(mail.getCause())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("org.h2.jdbc.JdbcSQLIntegrityConstraintViolationException")
                .satisfies(cause ->
                        assertThat(((SQLException) cause).getErrorCode()).isEqualTo(23505))
                .satisfies(cause ->
                        assertThat(cause.getStackTrace()[0].getClassName()).startsWith("org.h2"));
        DuplicateKeyException id =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(1, SECRET, null)));
        assertThat(id.properties()).containsExactly("id");
    }

    @Test
    void aDuplicateInABatchIsToldToo() {
        DuplicateKeyException error = thrown(
                DuplicateKeyException.class,
                session -> insert(session, USER, user(1, "a", "x"), user(2, "b", SECRET), user(3, "c", SECRET)));
        assertThat(error.properties()).containsExactly("E mail");
    }

    @Test
    void onlyLiveRowsWithoutNullAreUnique() {
        Object[] ada = user(1, "ada", SECRET);
        commit(ada, user(7, "null", null), user(8, "null", null));
        Object[] removed = with(with(ada, 4, Instant.EPOCH), 1, 1L);
        try (StoreSession session = store.open(false)) {
            update(session, USER, new Change(ada, removed));
            insert(session, USER, user(2, "ada", SECRET));
            update(
                    session,
                    USER,
                    new Change(user(2, "ada", SECRET), with(with(user(2, "ada", SECRET), 4, Instant.EPOCH), 1, 1L)));
            insert(session, USER, user(3, "ada", SECRET));
            session.commit();
        }
        DuplicateKeyException restored = thrown(
                DuplicateKeyException.class,
                session -> update(session, USER, new Change(removed, with(with(removed, 4, null), 1, 2L))));
        assertThat(restored.properties()).containsExactly("E mail");
    }

    @Test
    void nullsChecksAndForeignKeysAreTold() {
        NotNullViolationException notNull =
                thrown(NotNullViolationException.class, session -> insert(session, USER, user(1, null, SECRET)));
        assertThat(notNull).hasMessageContaining("while inserting 'User', the column 'name' takes no null");

        execute("alter table \"App User\" add constraint \"no spam\" check (\"name\" <> 'spam')");
        CheckViolationException check =
                thrown(CheckViolationException.class, session -> insert(session, USER, user(1, "spam", SECRET)));
        assertThat(check.constraint()).isEqualTo("no spam");

        commit(user(5, "ada", SECRET));
        execute("create table login (u bigint constraint fk_login references \"App User\"(\"id\"))");
        execute("insert into login values (5)");
        ForeignKeyViolationException inUse =
                thrown(ForeignKeyViolationException.class, session -> delete(session, USER, user(5, "ada", SECRET)));
        assertThat(inUse.constraint()).isEqualToIgnoringCase("fk_login");
    }

    @Test
    void aTableThatIsMissingOrTooNarrowIsTold() {
        execute("alter table \"App User\" alter column \"name\" varchar(3)");
        assertThat(thrown(ValueTooLongException.class, session -> insert(session, USER, user(1, SECRET, null))))
                .hasMessageContaining("a value is too long for the column");
        execute("drop table \"App User_tags\"");
        assertThat(thrown(DatabaseException.class, session -> {
                    insert(session, USER, user(1, "x", null));
                    Rows.byIds(session, USER, 1L);
                }))
                .hasMessageContaining("while reading 'User.tags'")
                .hasMessageContaining("Table \"App User_tags\" not found")
                .hasMessageContaining("plinth.schema().create()");
    }

    @Test
    void aColumnThatIsMissingIsAddedByHand() {
        execute("alter table \"App User\" drop column \"version\"");
        assertThat(thrown(DatabaseException.class, session -> Rows.byIds(session, USER, 1L)))
                .hasMessageContaining("Column \"t.version\" not found")
                .hasMessageContaining("alter the table or drop it: create() leaves a table that exists as it is");
    }

    @Test
    void aSequenceThatIsMissingIsTold() {
        Generation.Sequence ids = new Generation.Sequence(new TableName(null, null, "nowhere"), 1, 50);
        assertThat(thrown(DatabaseException.class, session -> session.nextBlock(ids)))
                .hasMessageContaining("while taking ids from the sequence 'nowhere', the database did not understand")
                .hasMessageContaining("Sequence \"nowhere\" not found")
                .hasMessageContaining("Where a table or sequence is missing, create it with plinth.schema().create()");
    }

    @Test
    void aLongStatementIsCut() {
        execute("drop table \"App User\" cascade");
        List<Long> ids = LongStream.range(0, 1000).boxed().toList();
        DatabaseException error = thrown(
                DatabaseException.class,
                session -> Rows.count(
                        session, USER, new Condition.In(USER.columns().get(0), ids)));
        assertThat(error).hasMessageContaining("?, ?").hasMessageEndingWith("...");
        assertThat(error.getMessage().length()).isLessThan(2000);
    }

    @Test
    void aLockedRowIsAConflict() {
        commit(user(1, "ada", SECRET));
        try (StoreSession holder = store.open(false)) {
            assertThat(holder.findByKeys(USER, List.of(new EntityKey(USER, 1L)), true))
                    .hasSize(1);
            TransactionConflictException error = thrown(
                    TransactionConflictException.class,
                    session -> update(
                            session, USER, new Change(user(1, "ada", SECRET), with(user(1, "ada", SECRET), 2, "eve"))));
            assertThat(error.errorCode()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
            assertThat(error).hasMessageContaining("while updating 'User', another transaction held");
        }
    }

    @Test
    void aDatabaseThatGoesAwayIsTold() {
        assertThat(thrown(ConnectionException.class, session -> {
                    Rows.count(session, USER, Condition.ALWAYS);
                    execute("shutdown immediately");
                    Rows.count(session, USER, Condition.ALWAYS);
                }))
                .hasMessageStartingWith("PL-510: the connection was lost while counting 'User'");
    }

    @Test
    void aCommitWithoutAnAnswerIsUnknown() {
        ConnectionException error = thrown(ConnectionException.class, session -> {
            insert(session, USER, user(1, "ada", SECRET));
            execute("shutdown immediately");
            session.commit();
        });
        assertThat(error.errorCode()).isEqualTo(ErrorCode.COMMIT_UNKNOWN);
    }

    @Test
    void aRollbackOnALostConnectionIsNoError() {
        StoreSession session = store.open(false);
        Rows.count(session, USER, Condition.ALWAYS);
        execute("shutdown immediately");
        session.rollback();
        session.close();
    }

    @Test
    void aFullPoolTellsItsSizeAndTheSettingToChange() {
        Store small = JdbcBackend.url(H2.url())
                .pool(pool -> {
                    pool.setMaximumPoolSize(1);
                    pool.setConnectionTimeout(250);
                })
                .connect((k, r, b) -> {});
        try (Store closed = H2.prepared(small, USER);
                StoreSession first = closed.open(true);
                StoreSession second = closed.open(true)) {
            Rows.count(first, USER, Condition.ALWAYS);
            assertThatThrownBy(() -> Rows.count(second, USER, Condition.ALWAYS))
                    .isInstanceOfSatisfying(
                            ConnectionException.class,
                            e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.POOL_EXHAUSTED))
                    .hasMessage(
                            "PL-502: the connection pool 'plinth' had no free connection within 250 ms: 1 of at most 1"
                                    + " connections are in use, and 0 other threads wait. End units of work sooner and close"
                                    + " streams, or raise 'maximumPoolSize' (JdbcBackend.url(...).pool(pool ->"
                                    + " pool.setMaximumPoolSize(...)))");
        }
    }
}
