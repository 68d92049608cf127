package dev.plinth.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.LockTimeoutException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.UnitOfWorkException;
import dev.plinth.model.EntityKey;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryBackendTest {
    private final List<String> sent = new ArrayList<>();
    private final MemoryBackend backend = MemoryBackend.create(Duration.ofMillis(50));
    private final People people = People.assigned();
    private Store store = connect(people);

    private Store connect(People model) {
        StatementListener listener = (kind, rows, batched) -> sent.add(kind + " " + rows + (batched ? " batched" : ""));
        Store connected = backend.connect(listener);
        assertThat(connected.prepare(model.model)).isEmpty();
        return connected;
    }

    @BeforeEach
    void createSchema() {
        store.createSchema();
        sent.clear();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void commit(java.util.function.Consumer<StoreSession> work) {
        try (StoreSession session = store.open(false)) {
            work.accept(session);
            session.commit();
        }
    }

    private <T> T read(java.util.function.Function<StoreSession, T> work) {
        try (StoreSession session = store.open(true)) {
            return work.apply(session);
        }
    }

    @Test
    void declaresWhatItCan() {
        assertThat(store.capabilities())
                .containsExactlyInAnyOrder(
                        Capability.ATOMIC_COMMIT,
                        Capability.ISOLATED_READS,
                        Capability.IDENTITY,
                        Capability.UNIQUE_AMONG_LIVE,
                        Capability.CODE_POINT_ORDER,
                        Capability.UNICODE_CASE);
        assertThat(store.secondPrecision()).isEqualTo(6);
        assertThat(store.check(people.name)).isNull();
        assertThat(store.name()).isEqualTo("in-memory");
    }

    @Test
    void writesAreSeenByTheSessionAtOnceAndByOthersAfterCommit() {
        try (StoreSession writer = store.open(false);
                StoreSession reader = store.open(false)) {
            people.insert(writer, People.row(1L, "Ada", null));
            assertThat(people.names(writer)).containsExactly("Ada");
            assertThat(people.names(reader)).isEmpty();
            assertThat(people.count(reader, Condition.ALWAYS)).isZero();
            writer.commit();
            assertThat(people.names(reader)).containsExactly("Ada");
        }
    }

    @Test
    void aCursorShowsTheRowsOfItsStatement() {
        commit(session -> people.insert(session, People.row(1L, "Ada", null), People.row(2L, "Bob", null)));
        try (StoreSession session = store.open(false);
                RowCursor cursor = session.find(new Query(people.entity, Condition.ALWAYS, List.of(), 0, 0))) {
            people.update(session, People.row(2L, "Bob", null), people.name, "Bill");
            assertThat(People.all(cursor)).extracting(row -> row[People.NAME]).containsExactly("Ada", "Bob");
            assertThat(people.names(session)).containsExactly("Ada", "Bill");
        }
    }

    @Test
    void rollbackAndCloseTakeEverythingBack() {
        try (StoreSession session = store.open(false)) {
            people.insert(session, People.row(1L, "Ada", null));
            session.rollback();
        }
        try (StoreSession session = store.open(false)) {
            people.insert(session, People.row(2L, "Bob", null));
        }
        assertThat(read(people::names)).isEmpty();
    }

    @Test
    void aSecondWriterWaitsAndIsToldWhenItTakesTooLong() {
        try (StoreSession first = store.open(false);
                StoreSession second = store.open(false)) {
            people.insert(first, People.row(1L, "Ada", null));
            assertThatThrownBy(() -> people.insert(second, People.row(2L, "Bob", null)))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageStartingWith("PL-508: another unit of work is writing to this in-memory database")
                    .hasMessageContaining("PT0.05S")
                    .satisfies(e ->
                            assertThat(((LockTimeoutException) e).isRetryable()).isTrue());
            first.commit();
        }
        commit(session -> people.insert(session, People.row(2L, "Bob", null)));
        assertThat(read(people::names)).containsExactly("Ada", "Bob");
    }

    @Test
    void aLockingReadTakesTheRightToWrite() {
        commit(session -> people.insert(session, People.row(1L, "Ada", null)));
        List<EntityKey> keys = List.of(new EntityKey(people.entity, 1L), new EntityKey(people.entity, 9L));
        try (StoreSession first = store.open(false);
                StoreSession second = store.open(false);
                StoreSession reader = store.open(true)) {
            assertThat(first.findByKeys(people.entity, keys, true)).hasSize(1);
            assertThat(reader.findByKeys(people.entity, keys, true)).hasSize(1);
            assertThatThrownBy(() -> second.findByKeys(people.entity, keys, true))
                    .isInstanceOf(LockTimeoutException.class);
        }
    }

    @Test
    void guardsAreCheckedAgainstWhatIsCurrent() {
        Object[] ada = People.row(1L, "Ada", null);
        commit(session -> people.insert(session, ada, People.row(2L, "Bob", null)));
        try (StoreSession late = store.open(false)) {
            assertThat(people.byId(late, 1L)[People.VERSION]).isEqualTo(0L);
            commit(session -> assertThat(
                            people.update(session, ada, people.name, "Ada L.").stale())
                    .isEmpty());
            assertThat(people.update(late, ada, people.name, "Countess").stale())
                    .containsExactly(0);
            assertThat(people.delete(late, ada).stale()).containsExactly(0);
            assertThat(people.update(late, People.row(7L, "x", null), people.name, "y")
                            .stale())
                    .containsExactly(0);
            assertThat(people.delete(late, People.row(2L, "Bob", null))).isEqualTo(WriteResult.DONE);
            late.commit();
        }
        assertThat(read(people::names)).containsExactly("Ada L.");
    }

    @Test
    void aBatchGoesOnAfterAStaleChangeAndNamesItByIndex() {
        commit(session -> people.insert(session, People.row(1L, "Ada", null), People.row(3L, "Cyd", null)));
        List<Change> changes = new ArrayList<>();
        for (long id = 1; id <= 3; id++) {
            Object[] before = People.row(id, "", null);
            changes.add(new Change(before, People.with(before, People.NAME, "new " + id)));
        }
        commit(session -> assertThat(session.write(new WriteBatch(
                                WriteBatch.Kind.UPDATE,
                                people.entity,
                                List.of(people.name),
                                List.of(),
                                List.of(people.id, people.version),
                                changes))
                        .stale())
                .containsExactly(1));
        assertThat(read(people::names)).containsExactly("new 1", "new 3");
    }

    @Test
    void aGuardThatIsNullMustBeNull() {
        Object[] ada = People.row(1L, "Ada", null);
        commit(session -> people.insert(session, People.deleted(ada)));
        commit(session -> assertThat(
                        people.update(session, ada, people.name, "x").stale())
                .containsExactly(0));
        commit(session -> assertThat(people.update(session, People.deleted(ada), people.name, "x")
                        .stale())
                .isEmpty());
    }

    @Test
    void onlyTheNamedColumnsAreWritten() {
        Object[] ada = People.row(1L, "Ada", "ada@example.com");
        commit(session -> people.insert(session, ada));
        commit(session -> people.update(session, People.with(ada, People.EMAIL, "other"), people.name, "Ada L."));
        Object[] found = read(session -> people.byId(session, 1L));
        assertThat(found).startsWith(1L, 1L, "Ada L.", "ada@example.com");
    }

    @Test
    void theIdIsUnique() {
        commit(session -> people.insert(session, People.row(1L, "Ada", null)));
        assertThatThrownBy(() -> commit(session -> people.insert(session, People.row(1L, "Bob", null))))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessage(
                        "PL-402: another 'Person' has the same 'id' already."
                                + " Choose another value, or change or remove that one first. If"
                                + " that one is soft-deleted, restore(...) brings it back, and purge(...) frees its id. Table: \"person\"");
    }

    @Test
    void aUniqueKeyIsCheckedAtWriteAndNamesItsProperties() {
        commit(session -> people.insert(session, People.row(1L, "Ada", "a@example.com")));
        assertThatThrownBy(() -> commit(session -> people.insert(session, People.row(2L, "Bob", "a@example.com"))))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("has the same 'email' already")
                .hasMessageContaining("Unique key: \"person_email\"")
                .hasMessageNotContaining("a@example.com")
                .satisfies(e -> {
                    assertThat(((DuplicateKeyException) e).entity()).isEqualTo("Person");
                    assertThat(((DuplicateKeyException) e).properties()).containsExactly("email");
                });
        Object[] bob = People.row(2L, "Bob", "b@example.com");
        commit(session -> people.insert(session, bob));
        assertThatThrownBy(() -> commit(session -> people.update(session, bob, people.email, "a@example.com")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aUniqueValueIsFreeAgainAfterADeleteInTheSameSession() {
        Object[] ada = People.row(1L, "Ada", "a@example.com");
        commit(session -> people.insert(session, ada));
        commit(session -> {
            people.delete(session, ada);
            people.insert(session, People.row(2L, "Eve", "a@example.com"));
        });
        assertThat(read(people::names)).containsExactly("Eve");
    }

    @Test
    void aUniqueKeyIgnoresNullsAndDeletedRows() {
        Object[] gone = People.deleted(People.row(1L, "Ada", "a@example.com"));
        commit(session -> people.insert(
                session,
                gone,
                People.row(2L, "Bob", "a@example.com"),
                People.row(3L, "Cyd", null),
                People.row(4L, "Dan", null)));
        long count = read(session -> people.count(session, Condition.ALWAYS));
        assertThat(count).isEqualTo(4);
        assertThatThrownBy(() -> commit(session -> session.write(new WriteBatch(
                        WriteBatch.Kind.UPDATE,
                        people.entity,
                        List.of(people.deletedAt),
                        List.of(),
                        List.of(people.id),
                        List.of(new Change(gone, People.with(gone, People.DELETED_AT, null)))))))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void nullsAreRefusedWhereTheColumnTakesNone() {
        Object[] row = People.with(People.row(1L, "Ada", null), People.NAME, null);
        assertThatThrownBy(() -> commit(session -> people.insert(session, row)))
                .isInstanceOf(NotNullViolationException.class)
                .hasMessage("PL-407: column \"name\" of table \"person\" takes no null."
                        + " Set Person.name, or map it as nullable");
        Object[] tagged = People.with(People.row(1L, "Ada", null), People.TAGS, elements(new byte[] {1}, null));
        assertThatThrownBy(() -> commit(session -> people.insert(session, tagged)))
                .isInstanceOf(NotNullViolationException.class)
                .hasMessageContaining("Set Person.tags");
    }

    private static List<Object[]> elements(byte[]... values) {
        List<Object[]> elements = new ArrayList<>();
        for (byte[] value : values) {
            elements.add(new Object[] {value});
        }
        return elements;
    }

    @Test
    void theStoreSharesNothingMutableWithItsCallers() {
        byte[] photo = {1, 2};
        byte[] tag = {3};
        List<Object[]> tags = elements(tag);
        Object[] given = People.with(People.with(People.row(1L, "Ada", null), People.PHOTO, photo), People.TAGS, tags);
        commit(session -> people.insert(session, given));
        photo[0] = 99;
        tag[0] = 99;
        tags.get(0)[0] = new byte[] {98};
        tags.clear();
        given[People.NAME] = "changed";
        for (int i = 0; i < 2; i++) {
            Object[] byId = read(session -> people.byId(session, 1L));
            Object[] found =
                    read(session -> people.find(session, Condition.ALWAYS).get(0));
            for (Object[] row : List.of(byId, found)) {
                assertThat(row[People.NAME]).isEqualTo("Ada");
                assertThat((byte[]) row[People.PHOTO]).containsExactly(1, 2);
                assertThat((byte[]) tagsOf(row).get(0)[0]).containsExactly(3);
                row[People.NAME] = "changed";
                ((byte[]) row[People.PHOTO])[0] = 97;
                ((byte[]) tagsOf(row).get(0)[0])[0] = 96;
                tagsOf(row).get(0)[0] = new byte[0];
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> tagsOf(Object[] row) {
        return (List<Object[]>) row[People.TAGS];
    }

    @Test
    void identitiesAreSetInOrderAndNeverReused() {
        People generated = new People(new Generation.Identity(), ValueType.INT);
        MemoryBackend own = MemoryBackend.create();
        try (Store numbered = own.connect((kind, rows, batched) -> {})) {
            numbered.prepare(generated.model);
            numbered.createSchema();
            try (StoreSession session = numbered.open(false)) {
                WriteResult result =
                        generated.insert(session, People.row(null, "Ada", null), People.row(null, "Bob", null));
                assertThat(result.generatedIds()).containsExactly(1, 2);
                session.rollback();
            }
            try (StoreSession session = numbered.open(false)) {
                assertThat(generated
                                .insert(session, People.row(null, "Cyd", null))
                                .generatedIds())
                        .containsExactly(3);
                assertThat(generated.insert(session, People.row(7, "Dan", null)).generatedIds())
                        .isEmpty();
                assertThat(generated
                                .insert(session, People.row(null, "Eve", null))
                                .generatedIds())
                        .containsExactly(8);
                assertThat(generated.byId(session, 8)[People.NAME]).isEqualTo("Eve");
                generated.insert(session, People.row(Integer.MAX_VALUE, "Max", null));
                assertThatThrownBy(() -> generated.insert(session, People.row(null, "Zoe", null)))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("ids of table \"person\" are used up");
            }
        }
    }

    @Test
    void sequencesGiveBlocksAndKnowNoTransactions() {
        Generation.Sequence sequence = new Generation.Sequence(new TableName(null, null, "person_seq"), 100, 50);
        People sequenced = new People(sequence, ValueType.LONG);
        try (Store numbered = MemoryBackend.create().connect((kind, rows, batched) -> {})) {
            numbered.prepare(sequenced.model);
            assertThatThrownBy(() -> nextBlock(numbered, sequence))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessage("PL-504: sequence \"person_seq\" does not exist; call plinth.schema().create() first");
            numbered.createSchema();
            numbered.createSchema();
            assertThat(nextBlock(numbered, sequence)).isEqualTo(100);
            assertThat(nextBlock(numbered, sequence)).isEqualTo(150);
            numbered.dropSchema();
            numbered.createSchema();
            assertThat(nextBlock(numbered, sequence)).isEqualTo(100);
        }
    }

    private static long nextBlock(Store store, Generation.Sequence sequence) {
        try (StoreSession session = store.open(false)) {
            return session.nextBlock(sequence);
        }
    }

    @Test
    void aTableMustBeMadeFirst() {
        store.dropSchema();
        store.dropSchema();
        String message = "PL-504: table \"person\" does not exist; call plinth.schema().create() first";
        assertThatThrownBy(() -> read(people::names))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> commit(session -> people.insert(session, People.row(1L, "Ada", null))))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(message);
        store.createSchema();
        assertThat(read(people::names)).isEmpty();
    }

    @Test
    void aTableOfOtherColumnsIsRefused() {
        Store other = connect(new People(new Generation.Assigned(), ValueType.INT));
        People otherPeople = new People(new Generation.Assigned(), ValueType.INT);
        other.prepare(otherPeople.model);
        try (StoreSession session = other.open(true)) {
            assertThatThrownBy(() -> otherPeople.names(session))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("table \"person\" was made for other columns than those of Person");
        }
    }

    @Test
    void theDatabaseOutlivesItsStoresAndIsOneForAllOfThem() {
        commit(session -> people.insert(session, People.row(1L, "Ada", "a@example.com")));
        store.close();
        People again = People.assigned();
        store = connect(again);
        try (StoreSession session = store.open(false)) {
            assertThat(again.names(session)).containsExactly("Ada");
            assertThatThrownBy(() -> again.insert(session, People.row(2L, "Bob", "a@example.com")))
                    .isInstanceOf(DuplicateKeyException.class);
        }
        try (Store elsewhere = MemoryBackend.create().connect((kind, rows, batched) -> {})) {
            elsewhere.prepare(people.model);
            elsewhere.createSchema();
            assertThat(people.names(elsewhere.open(true))).isEmpty();
        }
    }

    @Test
    void afterAnErrorASessionTakesNothingButItsEnd() {
        StoreSession session = store.open(false);
        people.insert(session, People.row(1L, "Ada", null));
        assertThatThrownBy(() -> people.insert(session, People.row(1L, "Ada", null)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> people.names(session)).hasMessageStartingWith("PL-204");
        assertThatThrownBy(session::commit).hasMessageStartingWith("PL-204");
        session.rollback();
        session.close();
        assertThatThrownBy(() -> people.names(session))
                .isInstanceOf(UnitOfWorkException.class)
                .hasMessage("PL-201: the session has ended. Open another unit of work");
        assertThat(read(people::names)).isEmpty();
    }

    @Test
    void aReadingSessionRefusesWrites() {
        assertThatThrownBy(() -> read(session -> people.insert(session, People.row(1L, "Ada", null))))
                .isInstanceOf(UnitOfWorkException.class)
                .hasMessageStartingWith("PL-203");
    }

    @Test
    void closingAStoreEndsItsSessionsAndFreesTheirLock() {
        StoreSession writing = store.open(false);
        people.insert(writing, People.row(1L, "Ada", null));
        store.close();
        store.close();
        assertThatThrownBy(writing::commit)
                .isInstanceOf(UnitOfWorkException.class)
                .hasMessage("PL-201: the connection to the in-memory database is closed. Use a Plinth that is open");
        assertThatThrownBy(() -> people.names(writing)).hasMessageStartingWith("PL-201");
        assertThatThrownBy(() -> store.open(true)).hasMessageStartingWith("PL-201");
        assertThatThrownBy(() -> store.createSchema()).hasMessageStartingWith("PL-201");
        writing.rollback();
        writing.close();
        store = connect(people);
        assertThat(read(people::names)).isEmpty();
        commit(session -> people.insert(session, People.row(1L, "Ada", null)));
    }

    @Test
    void everyStatementIsTold() {
        commit(session -> people.insert(session, People.row(1L, "Ada", null), People.row(2L, "Bob", null)));
        commit(session -> people.update(session, People.row(1L, "Ada", null), people.name, "x"));
        commit(session -> people.delete(session, People.row(2L, "Bob", null)));
        read(people::names);
        read(session -> people.count(session, Condition.ALWAYS));
        read(session -> people.byId(session, 1L));
        store.dropSchema();
        store.createSchema();
        store.createSchema();
        assertThat(sent)
                .containsExactly(
                        "INSERT 2 batched",
                        "UPDATE 1",
                        "DELETE 1",
                        "SELECT 1",
                        "SELECT 1",
                        "SELECT 1",
                        "OTHER 0",
                        "OTHER 0");
    }

    @Test
    void aNegativeTimeoutIsRefused() {
        assertThatThrownBy(() -> MemoryBackend.create(Duration.ofMillis(-1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(ErrorCode.CONFIGURATION_INVALID.code())
                .hasMessageContaining("PT-0.001S");
    }
}
