package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.byIds;
import static dev.plinth.jdbc.Rows.count;
import static dev.plinth.jdbc.Rows.delete;
import static dev.plinth.jdbc.Rows.find;
import static dev.plinth.jdbc.Rows.insert;
import static dev.plinth.jdbc.Rows.update;
import static dev.plinth.jdbc.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteResult;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Inserts, updates and deletes: batches, guards, stale rows, generated ids. */
final class WritesTest {
    private static final EntityModel USER = Entities.named("User", "user")
            .with("id", ValueType.LONG)
            .withVersion()
            .with("select", ValueType.STRING)
            .withDeletedAt()
            .build();

    private final Recorder recorder = new Recorder();
    private final Store store = H2.store(recorder, USER);

    @AfterEach
    void close() {
        store.close();
    }

    private static Object[] user(long id, long version, String name) {
        return Rows.row(id, version, name, null);
    }

    private StoreSession open() {
        recorder.take();
        return store.open(false);
    }

    @Test
    void rowsOfOneKindAreOneBatch() {
        try (StoreSession session = open()) {
            insert(session, USER, user(1, 0, "ada"), user(2, 0, "bob"), user(3, 0, "eve"));
            update(
                    session,
                    USER,
                    new Change(user(1, 0, "ada"), user(1, 1, "Ada")),
                    new Change(user(2, 0, "bob"), user(2, 1, "Bob")));
            delete(session, USER, user(3, 0, "eve"));
            session.commit();
        }
        assertThat(recorder.take()).containsExactly("INSERT 3 batched", "UPDATE 2 batched", "DELETE 1");
        try (StoreSession session = open()) {
            assertThat(find(
                            session,
                            USER,
                            Condition.ALWAYS,
                            new SortKey(USER.columns().get(0), false, false)))
                    .containsExactly(user(1, 1, "Ada"), user(2, 1, "Bob"));
        }
    }

    @Test
    void aHugeBatchIsSentInParts() {
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < 2001; i++) {
            rows.add(user(i, 0, "user " + i));
        }
        try (StoreSession session = open()) {
            assertThat(insert(session, USER, rows)).isEqualTo(WriteResult.DONE);
            assertThat(recorder.take()).containsExactly("INSERT 1000 batched", "INSERT 1000 batched", "INSERT 1");
            assertThat(count(session, USER, Condition.ALWAYS)).isEqualTo(2001);
            Object[] ids = rows.stream().map(row -> row[0]).toArray();
            assertThat(byIds(session, USER, ids)).hasSize(2001);
        }
    }

    @Test
    void staleRowsAreNamedAndTheOthersWritten() {
        Object[] gone = user(4, 0, "gone");
        try (StoreSession session = open()) {
            insert(session, USER, user(1, 5, "a"), user(2, 6, "b"), user(3, 7, "c"));
            WriteResult updated = update(
                    session,
                    USER,
                    new Change(user(1, 4, "a"), user(1, 5, "A")),
                    new Change(user(2, 6, "b"), user(2, 7, "B")),
                    new Change(gone, user(4, 1, "G")));
            assertThat(updated.stale()).containsExactly(0, 2);
            WriteResult deleted = delete(session, USER, user(3, 6, "c"), user(2, 7, "B"));
            assertThat(deleted.stale()).containsExactly(0);
            assertThat(find(session, USER, Condition.ALWAYS))
                    .containsExactlyInAnyOrder(user(1, 5, "a"), user(3, 7, "c"));
        }
    }

    @Test
    void aGuardThatWasNullMustBeNull() {
        Object[] alive = user(1, 0, "ada");
        Object[] removed = with(with(alive, 1, 1L), 3, Instant.EPOCH);
        try (StoreSession session = open()) {
            insert(session, USER, alive);
            assertThat(update(session, USER, new Change(alive, removed)).stale())
                    .isEmpty();
            Object[] thinksAlive = with(removed, 3, null);
            assertThat(delete(session, USER, thinksAlive).stale()).containsExactly(0);
            assertThat(update(session, USER, new Change(removed, with(thinksAlive, 1, 2L)))
                            .stale())
                    .isEmpty();
            assertThat(byIds(session, USER, 1L)).containsExactly(user(1, 2, "ada"));
        }
    }

    @Test
    void theDatabaseSetsIdsInTheOrderOfTheBatch() {
        EntityModel note = Entities.named("Note", "note")
                .with("id", ValueType.LONG)
                .with("text", ValueType.STRING)
                .generated(new Generation.Identity())
                .build();
        EntityModel bare = Entities.named("Bare", "bare")
                .as(Rows.class)
                .with("id", ValueType.INT)
                .generated(new Generation.Identity())
                .build();
        try (Store notes = H2.store(note, bare);
                StoreSession session = notes.open(false)) {
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < 1500; i++) {
                rows.add(Rows.row(null, "note " + i));
            }
            List<Object> ids = insert(session, note, rows).generatedIds();
            assertThat(ids).hasSize(1500).doesNotHaveDuplicates().hasOnlyElementsOfType(Long.class);
            Object[] row = byIds(session, note, ids.get(1234)).get(0);
            assertThat(row[1]).isEqualTo("note 1234");
            assertThat(insert(session, note, Rows.row(null, "single")).generatedIds())
                    .hasSize(1);
            assertThat(insert(session, bare, Rows.row((Object) null), Rows.row((Object) null))
                            .generatedIds())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void blocksOfIdsComeFromASequence() {
        Generation.Sequence sequence =
                new Generation.Sequence(new TableName(null, "Back Office", "Invoice No"), 1000, 50);
        EntityModel invoice = Entities.named("Invoice", "invoice")
                .with("id", ValueType.LONG)
                .generated(sequence)
                .build();
        try (Store invoices = H2.store(invoice)) {
            try (StoreSession session = invoices.open(false)) {
                assertThat(session.nextBlock(sequence)).isEqualTo(1000);
                assertThat(session.nextBlock(sequence)).isEqualTo(1050);
                session.rollback();
            }
            try (StoreSession session = invoices.open(false)) {
                assertThat(session.nextBlock(sequence)).isEqualTo(1100);
            }
        }
    }

    @Test
    void whatIsNotCommittedIsGone() {
        try (StoreSession session = open()) {
            insert(session, USER, user(1, 0, "ada"));
            session.rollback();
        }
        try (StoreSession session = open()) {
            insert(session, USER, user(2, 0, "bob"));
        }
        try (StoreSession session = open()) {
            assertThat(count(session, USER, Condition.ALWAYS)).isZero();
        }
    }

    @Test
    void compositeIdsAreFoundUpdatedAndDeleted() {
        EntityModel line = Entities.named("Line", "line")
                .with("order_id", ValueType.UUID)
                .with("number", ValueType.INT)
                .withNullable("text", ValueType.STRING)
                .idOf(2)
                .build();
        java.util.UUID order = new java.util.UUID(1, 2);
        try (Store lines = H2.store(line);
                StoreSession session = lines.open(false)) {
            insert(session, line, Rows.row(order, 1, "a"), Rows.row(order, 2, "b"), Rows.row(order, 3, "c"));
            assertThat(byIds(session, line, List.of(order, 1), List.of(order, 3), List.of(order, 9)))
                    .extracting(row -> row[2])
                    .containsExactlyInAnyOrder("a", "c");
            assertThat(byIds(session, line, List.of(order, 2))).hasSize(1);
            update(session, line, new Change(Rows.row(order, 1, "a"), Rows.row(order, 1, null)));
            delete(session, line, Rows.row(order, 3, "c"));
            assertThat(find(session, line, Condition.ALWAYS))
                    .containsExactlyInAnyOrder(Rows.row(order, 1, null), Rows.row(order, 2, "b"));
        }
    }

    @Test
    void rowsAreLimitedAndPassedOver() {
        try (StoreSession session = open()) {
            for (long i = 1; i <= 10; i++) {
                insert(session, USER, user(i, 0, "u"));
            }
            List<SortKey> byId = List.of(new SortKey(USER.columns().get(0), true, false));
            assertThat(Rows.all(session.find(new Query(USER, Condition.ALWAYS, byId, 2, 3))))
                    .extracting(row -> row[0])
                    .containsExactly(8L, 7L, 6L);
            assertThat(Rows.all(session.find(new Query(USER, Condition.ALWAYS, byId, 8, 0))))
                    .extracting(row -> row[0])
                    .containsExactly(2L, 1L);
            assertThat(Rows.all(session.find(new Query(USER, Condition.ALWAYS, byId, 0, 1))))
                    .extracting(row -> row[0])
                    .containsExactly(10L);
        }
    }
}
