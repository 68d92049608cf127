package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.delete;
import static dev.plinth.jdbc.Rows.insert;
import static dev.plinth.jdbc.Rows.update;
import static dev.plinth.jdbc.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.CheckViolationException;
import dev.plinth.error.CommitUnknownException;
import dev.plinth.error.ConnectionLostException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DeadlockException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.LockTimeoutException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.PlinthError;
import dev.plinth.error.PoolExhaustedException;
import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.error.StatementTimeoutException;
import dev.plinth.error.ValueOutOfRangeException;
import dev.plinth.error.ValueTooLongException;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnCheck;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.model.ValueType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in an engine arrives as Plinth's own exceptions, without the values that the engine quotes. */
abstract class ErrorsOnEngine {
    static final String SECRET = "secret@example.org";
    static final EntityModel USER = Entities.named("User", "App User")
            .with("id", ValueType.LONG)
            .withVersion()
            .with("name", ValueType.STRING)
            .withNullable("E mail", ValueType.STRING)
            .withDeletedAt()
            .unique("uk mail", "E mail")
            .elements("tags", CollectionModel.Kind.LIST, "pos", Entities.column(0, "tag", ValueType.STRING, false))
            .build();

    /** A table that was made by hand, and so knows more rules than the mapping. */
    static final EntityModel TEAM = Entities.named("Team", "team")
            .as(Team.class)
            .with("id", ValueType.LONG)
            .withNullable("name", ValueType.STRING)
            .withNullable("size", ValueType.INT)
            .withNullable("league", ValueType.LONG)
            .build();

    private static final class Team {}

    final String url = newUrl();
    final Store store = H2.prepared(backend(url).connect((k, r, b) -> {}), USER);

    /** The URL of a new, empty database. */
    abstract String newUrl();

    /** A backend on a database. */
    abstract JdbcBackend backend(String database);

    /** The name in quotes. */
    String quoted(String name) {
        return '"' + name + '"';
    }

    /** Whether the engine has columns of limited length and numbers of limited range. */
    boolean limitsValues() {
        return true;
    }

    /** Whether the engine tells which column a text or number does not fit. */
    boolean tellsColumnsOfValues() {
        return true;
    }

    /** Whether the engine keeps the name of a unique constraint, which is no index of its own. */
    boolean tellsNamesOfConstraints() {
        return true;
    }

    /** Whether the engine tells which foreign key was broken. */
    boolean tellsForeignKeys() {
        return true;
    }

    /** Whether the engine's own messages quote values. */
    boolean quotesValues() {
        return true;
    }

    /** Whether two transactions can write different rows at the same time, and so wait for each other. */
    boolean locksRows() {
        return true;
    }

    /** What the engine says of a table that does not exist. */
    abstract String missing(String table);

    /** A backend on the database that takes no writes; null where that needs more than a setting. */
    abstract @Nullable JdbcBackend readOnly();

    /** The question for the time-outs of a session. */
    abstract String askTimeouts();

    /** Ends all connections to the database from its side. */
    void cutAll() {
        throw new UnsupportedOperationException();
    }

    /** Whether {@link #cutAll} does so. */
    boolean canBeCut() {
        return true;
    }

    @AfterEach
    void close() {
        store.close();
    }

    static Object[] user(long id, @Nullable String name, @Nullable String mail) {
        return Rows.row(id, 0L, name, mail, null, List.of());
    }

    static Object[] team(long id, @Nullable String name, @Nullable Integer size, @Nullable Long league) {
        return Rows.row(id, name, size, league);
    }

    final void commit(Object[]... users) {
        try (StoreSession session = store.open(false)) {
            insert(session, USER, users);
            session.commit();
        }
    }

    final <T extends Throwable> T thrown(Class<T> type, Consumer<StoreSession> work) {
        return thrown(store, type, work);
    }

    /** What some work throws. It shows no value, and is retryable as its code says. */
    static <T extends Throwable> T thrown(Store store, Class<T> type, Consumer<StoreSession> work) {
        try (StoreSession session = store.open(false)) {
            T error = catchThrowableOfType(type, () -> work.accept(session));
            assertThat(error).isNotNull();
            assertThat(trace(error)).doesNotContain(SECRET);
            PlinthError plinths = (PlinthError) error;
            assertThat(plinths.isRetryable()).isEqualTo(plinths.errorCode().isRetryable());
            return error;
        }
    }

    private static String trace(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    final void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Store prepared(JdbcBackend backend, EntityModel... entities) {
        Store prepared = backend.connect((k, r, b) -> {});
        assertThat(prepared.prepare(new Model(List.of(entities)))).isEmpty();
        return prepared;
    }

    /** Runs work on the tables that were made by hand. */
    private void onTeams(JdbcBackend backend, Consumer<Store> work) {
        String table = quoted("team");
        String league = quoted("league");
        String name = quoted("name");
        String size = quoted("size");
        String id = quoted("id");
        execute(
                "create table " + league + " (" + id + " bigint primary key)",
                "create table " + table + " (" + id + " bigint primary key, " + name + " varchar(10) not null, " + size
                        + " smallint, " + league + " bigint, constraint " + quoted("no spam") + " check (" + name
                        + " <> 'spam'), constraint " + quoted("uk_pair") + " unique (" + name + ", " + size
                        + "), constraint " + quoted("fk_league") + " foreign key (" + league + ") references " + league
                        + " (" + id + "))",
                "create table " + quoted("player") + " (" + quoted("t") + " bigint, constraint " + quoted("fk_team")
                        + " foreign key (" + quoted("t") + ") references " + table + " (" + id + "))");
        try (Store teams = prepared(backend, TEAM)) {
            work.accept(teams);
        }
    }

    private void onTeams(Consumer<Store> work) {
        onTeams(backend(url), work);
    }

    @Test
    void aDuplicateNamesEntityConstraintAndProperties() {
        commit(user(1, "ada", SECRET));
        DuplicateKeyException mail =
                thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "bob", SECRET)));
        assertThat(mail.entity()).isEqualTo("User");
        assertThat(mail.constraint()).isEqualTo("uk mail");
        assertThat(mail.columns()).containsExactly("E mail");
        assertThat(mail.properties()).containsExactly("E mail");
        assertThat(mail)
                .hasMessageStartingWith(
                        "PL-402: another 'User' has the same 'E mail' already. Choose another value, or change"
                                + " or remove that one first. It happened while inserting 'User'.")
                .hasMessageContaining("values (?, ?, ?, ?, ?)");
        assertThat(mail.getCause()).isInstanceOf(SQLException.class).hasMessageContaining("its message is left out");
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
    void aKeyThatTheModelDoesNotKnowIsTold() {
        onTeams(teams -> {
            DuplicateKeyException error = thrown(
                    teams,
                    DuplicateKeyException.class,
                    session -> insert(session, TEAM, team(1, "a", 1, null), team(2, "a", 1, null)));
            assertThat(error).hasMessageStartingWith("PL-402: another 'Team' has the same");
            assertThat(error.columns()).containsExactly("name", "size");
            assertThat(error.properties()).containsExactly("name", "size");
            assertThat(error.constraint()).isEqualTo(tellsNamesOfConstraints() ? "uk_pair" : null);
        });
    }

    @Test
    void aKeyThatHasAnotherNameInTheDatabaseIsToldByThat() {
        EntityModel club = Entities.named("Club", "club")
                .as(Team.class)
                .with("id", ValueType.LONG)
                .with("name", ValueType.STRING)
                .unique("uk_club_name", "name")
                .build();
        execute(
                "create table " + quoted("club") + " (" + quoted("id") + " bigint primary key, " + quoted("name")
                        + " varchar(10) not null)",
                "create unique index " + quoted("by name") + " on " + quoted("club") + " (" + quoted("name") + ")");
        try (Store clubs = prepared(backend(url), club)) {
            DuplicateKeyException error = thrown(
                    clubs,
                    DuplicateKeyException.class,
                    session -> insert(session, club, Rows.row(1L, "a"), Rows.row(2L, "a")));
            assertThat(error.constraint()).isEqualTo("by name");
            assertThat(error.properties()).containsExactly("name");
            assertThat(thrown(
                                    clubs,
                                    NotNullViolationException.class,
                                    session -> insert(session, club, Rows.row(3L, null)))
                            .constraint())
                    .isNull();
        }
    }

    @Test
    void namesOfAllLettersAreTold() {
        EntityModel box = Entities.named("Box", "größe")
                .as(Team.class)
                .with("id", ValueType.LONG)
                .with("höhe", ValueType.STRING)
                .withNullable("ganz\\ breit", ValueType.STRING)
                .unique("uk_größe", "höhe", "ganz\\ breit")
                .build();
        try (Store boxes = H2.prepared(backend(newUrl()).connect((k, r, b) -> {}), box)) {
            DuplicateKeyException error = thrown(
                    boxes,
                    DuplicateKeyException.class,
                    session -> insert(session, box, Rows.row(1L, "a", "b"), Rows.row(2L, "a", "b")));
            assertThat(error.properties()).containsExactly("höhe", "ganz\\ breit");
            assertThat(error.constraint()).isEqualTo("uk_größe");
            NotNullViolationException missing = thrown(
                    boxes, NotNullViolationException.class, session -> insert(session, box, Rows.row(3L, null, "b")));
            assertThat(missing.properties()).containsExactly("höhe");
        }
    }

    @Test
    void onlyLiveRowsWithoutNullAreUnique() {
        Object[] ada = user(1, "ada", SECRET);
        commit(ada, user(7, "null", null), user(8, "null", null));
        Object[] removed = with(with(ada, 4, Instant.EPOCH), 1, 1L);
        try (StoreSession session = store.open(false)) {
            update(session, USER, new Change(ada, removed));
            insert(session, USER, user(2, "ada", SECRET));
            Object[] again = with(with(user(2, "ada", SECRET), 4, Instant.EPOCH), 1, 1L);
            update(session, USER, new Change(user(2, "ada", SECRET), again));
            insert(session, USER, user(3, "ada", SECRET));
            session.commit();
        }
        DuplicateKeyException restored = thrown(
                DuplicateKeyException.class,
                session -> update(session, USER, new Change(removed, with(with(removed, 4, null), 1, 2L))));
        assertThat(restored.properties()).containsExactly("E mail");
    }

    @Test
    void aNullIsToldByItsColumn() {
        onTeams(teams -> {
            NotNullViolationException error = thrown(
                    teams,
                    NotNullViolationException.class,
                    session -> insert(session, TEAM, team(1, null, null, null)));
            assertThat(error.entity()).isEqualTo("Team");
            assertThat(error.columns()).containsExactly("name");
            assertThat(error.properties()).containsExactly("name");
            assertThat(error).hasMessageStartingWith("PL-407: while inserting 'Team', the column 'name' takes no null");
        });
    }

    @Test
    void aCheckIsToldByItsName() {
        onTeams(teams -> {
            CheckViolationException error = thrown(
                    teams,
                    CheckViolationException.class,
                    session -> insert(session, TEAM, team(1, "spam", null, null)));
            assertThat(error.constraint()).isEqualTo("no spam");
            assertThat(error).hasMessageStartingWith("PL-408: while inserting 'Team', the check constraint 'no spam'");
        });
    }

    @Test
    void aCheckOfPlinthsOwnIsToldByItsColumn() {
        EntityModel ticket = Entities.named("Ticket", "ticket")
                .as(Team.class)
                .with("id", ValueType.LONG)
                .with("seats", ValueType.INT)
                .checked(new ColumnCheck.Min(1, true))
                .build();
        try (Store tickets = H2.prepared(backend(newUrl()).connect((k, r, b) -> {}), ticket)) {
            CheckViolationException error =
                    thrown(tickets, CheckViolationException.class, session -> insert(session, ticket, Rows.row(1L, 0)));
            assertThat(error.columns()).containsExactly("seats");
            assertThat(error.properties()).containsExactly("seats");
        }
    }

    @Test
    void aForeignKeyIsToldFromBothSides() {
        onTeams(teams -> {
            ForeignKeyViolationException absent = thrown(
                    teams,
                    ForeignKeyViolationException.class,
                    session -> insert(session, TEAM, team(1, "a", null, 99L)));
            try (StoreSession session = teams.open(false)) {
                insert(session, TEAM, team(2, "b", null, null));
                session.commit();
            }
            execute("insert into " + quoted("player") + " values (2)");
            ForeignKeyViolationException inUse = thrown(
                    teams,
                    ForeignKeyViolationException.class,
                    session -> delete(session, TEAM, team(2, "b", null, null)));
            assertThat(absent).hasMessageStartingWith("PL-406: while inserting 'Team', the foreign key");
            assertThat(inUse).hasMessageContaining("a row was deleted that others refer to");
            if (tellsForeignKeys()) {
                assertThat(absent.constraint()).isEqualTo("fk_league");
                assertThat(absent.properties()).containsExactly("league");
                assertThat(inUse.constraint()).isEqualTo("fk_team");
                assertThat(inUse.properties()).containsExactly("id");
            }
        });
    }

    @Test
    void aTableThatIsNarrowerThanTheMappingIsTold() {
        assumeTrue(limitsValues(), "the engine holds longer texts and greater numbers than a column is made for");
        onTeams(teams -> {
            ValueTooLongException tooLong = thrown(
                    teams, ValueTooLongException.class, session -> insert(session, TEAM, team(1, SECRET, null, null)));
            ValueOutOfRangeException outOfRange = thrown(
                    teams,
                    ValueOutOfRangeException.class,
                    session -> insert(session, TEAM, team(1, "a", 100_000, null)));
            assertThat(tooLong).hasMessageStartingWith("PL-409: while inserting 'Team', a value is too long for");
            assertThat(outOfRange)
                    .hasMessageStartingWith("PL-410: while inserting 'Team', a value is out of the range of");
            if (tellsColumnsOfValues()) {
                assertThat(tooLong.properties()).containsExactly("name");
                assertThat(outOfRange.properties()).containsExactly("size");
            }
        });
    }

    @Test
    void aTableThatIsMissingIsTold() {
        execute("drop table " + quoted("App User_tags"));
        assertThat(thrown(DatabaseException.class, session -> {
                    insert(session, USER, user(1, "x", null));
                    Rows.byIds(session, USER, 1L);
                }))
                .hasMessageContaining("while reading 'User.tags'")
                .hasMessageContaining(missing("App User_tags"))
                .hasMessageContaining("plinth.schema().create()");
    }

    @Test
    void valuesAreShownOnlyWhenAskedFor() {
        onTeams(backend(url).valuesInErrors(), teams -> {
            try (StoreSession session = teams.open(false)) {
                insert(session, TEAM, team(1, "Secret", 1, null));
                DuplicateKeyException error = catchThrowableOfType(
                        DuplicateKeyException.class, () -> insert(session, TEAM, team(2, "Secret", 1, null)));
                assertThat(error.getMessage()).doesNotContain("Secret");
                assertThat(error.getCause().getMessage()).doesNotContain("its message is left out");
                if (quotesValues()) {
                    assertThat(error.getCause().getMessage()).contains("Secret");
                }
            }
        });
    }

    @Test
    void aLockThatIsNotGivenInTimeIsAConflict() {
        commit(user(1, "ada", SECRET));
        try (Store impatient = prepared(backend(url).lockTimeout(Duration.ofMillis(200)), USER);
                StoreSession holder = store.open(false)) {
            lock(holder, 1);
            LockTimeoutException error = thrown(impatient, LockTimeoutException.class, session -> {
                Object[] eve = with(user(1, "ada", SECRET), 2, "eve");
                update(session, USER, new Change(user(1, "ada", SECRET), eve));
            });
            assertThat(error)
                    .hasMessageStartingWith("PL-508: ")
                    .hasMessageContaining("another transaction held a lock");
            assertThat(error.isRetryable()).isTrue();
        }
    }

    @Test
    void waitingIsPartOfTheTimeOfAStatement() {
        commit(user(1, "ada", "a"));
        JdbcBackend limited =
                backend(url).statementTimeout(Duration.ofMillis(100)).lockTimeout(Duration.ofSeconds(30));
        try (Store hasty = prepared(limited, USER);
                StoreSession holder = store.open(false)) {
            lock(holder, 1);
            assertWaitsInVain(hasty, session -> lock(session, 1));
            assertWaitsInVain(hasty, session -> {
                Object[] eve = with(user(1, "ada", "a"), 2, "eve");
                update(session, USER, new Change(user(1, "ada", "a"), eve));
            });
        }
    }

    private static void assertWaitsInVain(Store hasty, Consumer<StoreSession> work) {
        long start = System.nanoTime();
        assertThat(thrown(hasty, StatementTimeoutException.class, work))
                .hasMessageStartingWith("PL-509: ")
                .hasMessageContaining("the database gave the statement up");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void ofTwoThatWaitForEachOtherOneIsEnded() {
        assumeTrue(locksRows(), "the engine lets one transaction write at a time");
        commit(user(1, "ada", "a"), user(2, "bob", "b"));
        try (StoreSession left = store.open(false);
                StoreSession right = store.open(false)) {
            lock(left, 1);
            lock(right, 2);
            CompletableFuture<@Nullable Throwable> other = CompletableFuture.supplyAsync(() -> attempt(right, 1));
            List<Throwable> errors = new ArrayList<>();
            for (Throwable error : new @Nullable Throwable[] {
                attempt(left, 2), other.orTimeout(20, TimeUnit.SECONDS).join()
            }) {
                if (error != null) {
                    errors.add(error);
                }
            }
            assertThat(errors).singleElement().isInstanceOf(DeadlockException.class);
            assertThat(errors.get(0))
                    .hasMessageStartingWith("PL-506: ")
                    .hasMessageContaining("run the unit of work again");
        }
    }

    private static @Nullable Throwable attempt(StoreSession session, long id) {
        try {
            lock(session, id);
            return null;
        } catch (RuntimeException e) {
            return e;
        } finally {
            session.rollback();
        }
    }

    static void lock(StoreSession session, long id) {
        session.findByKeys(USER, List.of(new EntityKey(USER, id)), true);
    }

    @Test
    void aDatabaseThatTakesNoWritesIsTold() {
        JdbcBackend readOnly = readOnly();
        assumeTrue(readOnly != null, "the engine has no read-only session");
        try (Store replica = prepared(Objects.requireNonNull(readOnly), USER)) {
            ReadOnlyDatabaseException error = thrown(
                    replica, ReadOnlyDatabaseException.class, session -> insert(session, USER, user(1, "ada", SECRET)));
            assertThat(error).hasMessageStartingWith("PL-511: ").hasMessageContaining("the database took no write");
        }
    }

    @Test
    void aPoolThatIsReadOnlyStaysSo() {
        assertThatNothingIsWritten(backend(url).pool(pool -> pool.setReadOnly(true)));
    }

    final void assertThatNothingIsWritten(JdbcBackend readOnly) {
        try (Store replica = prepared(readOnly, USER)) {
            for (int i = 0; i < 2; i++) {
                try (StoreSession session = replica.open(true)) {
                    assertThat(Rows.count(session, USER, Condition.ALWAYS)).isZero();
                    session.commit();
                }
                assertThat(thrown(
                                replica,
                                ReadOnlyDatabaseException.class,
                                session -> insert(session, USER, user(1, "ada", SECRET))))
                        .hasMessageContaining("the connections of the pool or data source are set to be read-only");
            }
            assertThat(replica.validateSchema()).isEmpty();
            assertThatThrownBy(replica::dropSchema).isInstanceOf(ReadOnlyDatabaseException.class);
        }
        try (StoreSession session = store.open(true)) {
            assertThat(Rows.count(session, USER, Condition.ALWAYS)).isZero();
        }
    }

    @Test
    void timeOutsAreTakenBackWithTheConnection() throws SQLException {
        HikariConfig one = new HikariConfig();
        one.setJdbcUrl(url);
        one.setMaximumPoolSize(1);
        try (HikariDataSource source = new HikariDataSource(one)) {
            String before = timeouts(source);
            JdbcBackend limited = JdbcBackend.on(source)
                    .statementTimeout(Duration.ofSeconds(77))
                    .lockTimeout(Duration.ofSeconds(78));
            try (Store hasty = prepared(limited, USER);
                    StoreSession session = hasty.open(false)) {
                Rows.count(session, USER, Condition.ALWAYS);
                insert(session, USER, user(1, "ada", SECRET));
                session.commit();
            }
            assertThat(timeouts(source)).isEqualTo(before);
        }
    }

    private String timeouts(HikariDataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(askTimeouts())) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void aFullPoolTellsItsSizeAndTheSettingToChange() {
        JdbcBackend small = backend(url).pool(pool -> {
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(250);
        });
        try (Store closed = prepared(small, USER);
                StoreSession first = closed.open(true)) {
            Rows.count(first, USER, Condition.ALWAYS);
            assertThat(thrown(
                            closed, PoolExhaustedException.class, second -> Rows.count(second, USER, Condition.ALWAYS)))
                    .hasMessage(
                            "PL-502: the connection pool 'plinth' had no free connection within 250 ms: 1 of at most 1"
                                    + " connections are in use, and 0 other threads wait. End units of work sooner and close"
                                    + " streams, or raise 'maximumPoolSize' (JdbcBackend.url(...).pool(pool ->"
                                    + " pool.setMaximumPoolSize(...)))");
        }
    }

    @Test
    void aConnectionThatIsCutIsTold() {
        ConnectionLostException lost = cut(ConnectionLostException.class, session -> {
            Rows.count(session, USER, Condition.ALWAYS);
            cutAll();
            Rows.count(session, USER, Condition.ALWAYS);
        });
        assertThat(lost).hasMessageStartingWith("PL-510: the connection was lost while counting 'User'");
        assertThat(lost.isRetryable()).isTrue();
    }

    @Test
    void aCommitWithoutAnAnswerIsUnknown() {
        CommitUnknownException unknown = cut(CommitUnknownException.class, session -> {
            insert(session, USER, user(1, "ada", SECRET));
            cutAll();
            session.commit();
        });
        assertThat(unknown).hasMessageStartingWith("PL-505: ");
        assertThat(unknown.isRetryable()).isFalse();
    }

    @Test
    void theEndOfAReadIsNoCommit() {
        assumeTrue(canBeCut(), "the engine has no connections that can be cut");
        StoreSession session = store.open(true);
        Rows.count(session, USER, Condition.ALWAYS);
        cutAll();
        assertThatThrownBy(session::commit)
                .isInstanceOfSatisfying(
                        ConnectionLostException.class,
                        lost -> assertThat(lost.isRetryable()).isTrue())
                .hasMessageStartingWith("PL-510: ");
        session.close();
    }

    private <T extends Throwable> T cut(Class<T> type, Consumer<StoreSession> work) {
        assumeTrue(canBeCut(), "the engine has no connections that can be cut");
        return thrown(type, work);
    }

    @Test
    void aRollbackOnALostConnectionIsNoError() {
        assumeTrue(canBeCut(), "the engine has no connections that can be cut");
        StoreSession session = store.open(false);
        Rows.count(session, USER, Condition.ALWAYS);
        cutAll();
        session.rollback();
        session.close();
    }
}
