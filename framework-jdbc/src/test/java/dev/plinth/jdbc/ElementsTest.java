package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.byIds;
import static dev.plinth.jdbc.Rows.delete;
import static dev.plinth.jdbc.Rows.elements;
import static dev.plinth.jdbc.Rows.find;
import static dev.plinth.jdbc.Rows.insert;
import static dev.plinth.jdbc.Rows.update;
import static dev.plinth.jdbc.Rows.values;
import static dev.plinth.jdbc.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.ValueType;
import dev.plinth.specification.Operator;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Element collections: tables of their own, written by difference, read for many rows at once. */
final class ElementsTest {
    private static final EntityModel PERSON = Entities.named("Person", "person")
            .with("id", ValueType.INT)
            .elements(
                    "phones",
                    CollectionModel.Kind.LIST,
                    "position",
                    Entities.column(0, "number", ValueType.STRING, true))
            .elements("tags", CollectionModel.Kind.SET, null, Entities.column(0, "tag", ValueType.STRING, true))
            .elements(
                    "visits",
                    CollectionModel.Kind.LIST,
                    null,
                    Entities.column(0, "at", ValueType.OFFSET_DATE_TIME, true),
                    Entities.column(1, "cost", ValueType.DECIMAL, true),
                    Entities.column(2, "note", ValueType.BYTES, true))
            .build();
    private static final CollectionModel PHONES = PERSON.collections().get(0);
    private static final CollectionModel TAGS = PERSON.collections().get(1);
    private static final CollectionModel VISITS = PERSON.collections().get(2);

    private final Recorder recorder = new Recorder();
    private final Store store = H2.store(recorder, PERSON);
    private final StoreSession session = store.open(false);

    @AfterEach
    void close() {
        session.close();
        store.close();
    }

    private static Object[] person(int id, List<Object[]> phones, List<Object[]> tags) {
        return Rows.row(id, phones, tags, List.of());
    }

    private Object[] stored(int id) {
        return byIds(session, PERSON, id).get(0);
    }

    private List<String> sentBy(Runnable action) {
        recorder.take();
        action.run();
        return recorder.take();
    }

    @Test
    void elementsOfAllRowsAreInsertedTogether() {
        List<String> sent = sentBy(() -> insert(
                session,
                PERSON,
                person(1, elements("1", "2", "1", null), elements("a", "b")),
                person(2, elements(), elements()),
                person(3, elements("3"), elements("c", null))));
        assertThat(sent).containsExactly("INSERT 3 batched", "INSERT 5 batched", "INSERT 4 batched");
        assertThat(values(stored(1), PHONES)).containsExactly("1", "2", "1", null);
        assertThat(values(stored(1), TAGS)).containsExactlyInAnyOrder("a", "b");
        assertThat(values(stored(2), PHONES)).isEmpty();
        assertThat(values(stored(3), TAGS)).containsExactlyInAnyOrder("c", null);
    }

    @Test
    void anOrderedListIsWrittenByPosition() {
        Object[] before = person(1, elements("a", "b", "c", "d"), elements());
        Object[] shorter = person(1, elements("a", "X", "c"), elements());
        Object[] longer = person(1, elements("a", null, "c", "e", "f"), elements());
        insert(session, PERSON, before);
        assertThat(sentBy(() -> update(session, PERSON, change(before, shorter, PHONES))))
                .containsExactly("UPDATE 1", "DELETE 1", "UPDATE 1");
        assertThat(values(stored(1), PHONES)).containsExactly("a", "X", "c");
        assertThat(sentBy(() -> update(session, PERSON, change(shorter, longer, PHONES))))
                .containsExactly("UPDATE 1", "UPDATE 1", "INSERT 2 batched");
        assertThat(values(stored(1), PHONES)).containsExactly("a", null, "c", "e", "f");
        update(session, PERSON, change(longer, person(1, elements(), elements()), PHONES));
        assertThat(values(stored(1), PHONES)).isEmpty();
    }

    @Test
    void aSetIsWrittenByValue() {
        Object[] before = person(1, elements(), elements("a", "b", null));
        Object[] after = person(1, elements(), elements("b", "c"));
        insert(session, PERSON, before, person(2, elements(), elements("a", null)));
        assertThat(sentBy(() -> update(session, PERSON, change(before, after, TAGS))))
                .containsExactly("UPDATE 1", "DELETE 2 batched", "INSERT 1");
        assertThat(values(stored(1), TAGS)).containsExactlyInAnyOrder("b", "c");
        assertThat(values(stored(2), TAGS)).containsExactlyInAnyOrder("a", null);
        Object[] empty = person(1, elements(), elements());
        assertThat(sentBy(() -> update(session, PERSON, change(after, empty, TAGS))))
                .containsExactly("UPDATE 1", "DELETE 1");
        assertThat(values(stored(1), TAGS)).isEmpty();
    }

    @Test
    void repeatsWithoutOrderAreCounted() {
        OffsetDateTime noon = OffsetDateTime.parse("2024-01-01T12:00:00Z");
        OffsetDateTime sameInVienna = OffsetDateTime.parse("2024-01-01T13:00:00+01:00");
        Object[] visit = {noon, new BigDecimal("1.0000"), new byte[] {1}};
        Object[] vienna = {sameInVienna, new BigDecimal("1.0000"), new byte[] {1}};
        Object[] nothing = {null, null, null};
        Object[] before = Rows.row(1, List.of(), List.of(), List.of(visit, visit, visit, nothing));
        Object[] after = Rows.row(1, List.of(), List.of(), List.of(visit, nothing, nothing, vienna));
        insert(session, PERSON, before);
        update(session, PERSON, change(before, after, VISITS));
        assertThat(visits()).containsExactlyInAnyOrder(visit, nothing, nothing, vienna);
        Object[] last = Rows.row(1, List.of(), List.of(), List.of(vienna, nothing, nothing));
        update(session, PERSON, change(after, last, VISITS));
        assertThat(visits()).containsExactlyInAnyOrder(vienna, nothing, nothing);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> visits() {
        return (List<Object[]>) stored(1)[VISITS.position()];
    }

    // only the given collection differs
    private static Change change(Object[] before, Object[] after, CollectionModel collection) {
        return new Change(before, with(before, collection.position(), after[collection.position()]));
    }

    @Test
    void aRowThatIsGoneIsStaleAlsoWhenOnlyElementsChange() {
        Object[] before = person(1, elements("a"), elements());
        Object[] after = person(1, elements("a", "b"), elements());
        assertThat(update(session, PERSON, change(before, after, PHONES)).stale())
                .containsExactly(0);
    }

    @Test
    void aDeleteTakesTheElementsAlong() {
        Object[] one = person(1, elements("a"), elements("b"));
        Object[] two = person(2, elements("a"), elements("b"));
        insert(session, PERSON, one, two);
        assertThat(sentBy(() -> delete(session, PERSON, one, two)))
                .containsExactly("DELETE 2 batched", "DELETE 2 batched", "DELETE 2 batched", "DELETE 2 batched");
        assertThat(find(session, PERSON, Condition.ALWAYS)).isEmpty();
    }

    @Test
    void elementsOfAWindowOfRowsAreReadByOneQueryEach() {
        List<Object[]> rows = IntStream.range(0, 1100)
                .mapToObj(i -> person(i, elements("phone " + i), elements("x", "tag " + i)))
                .toList();
        insert(session, PERSON, rows);
        SortKey byId = new SortKey(PERSON.columns().get(0), false, false);
        List<Object[]> found = new ArrayList<>();
        List<String> sent = sentBy(() -> found.addAll(find(session, PERSON, Condition.ALWAYS, byId)));
        assertThat(sent).hasSize(1 + 3 * 3).contains("SELECT 1100", "SELECT 512", "SELECT 76");
        assertThat(found).hasSize(1100).allSatisfy(row -> {
            assertThat(values(row, PHONES)).containsExactly("phone " + row[0]);
            assertThat(values(row, TAGS)).containsExactlyInAnyOrder("x", "tag " + row[0]);
        });
        recorder.take();
        try (RowCursor cursor = session.find(new Query(PERSON, Condition.ALWAYS, List.of(byId), 0, 0))) {
            assertThat(cursor.next()).isNotNull();
        }
        assertThat(recorder.take()).hasSize(4).contains("SELECT 512");
    }

    @Test
    void anElementMeetsACondition() {
        insert(
                session,
                PERSON,
                person(1, elements("1", "2"), elements("a", null)),
                person(2, elements(), elements("b")),
                person(3, elements(), elements()));
        Condition hasA = new Condition.Compare(TAGS.columns().get(0), Operator.EQUAL, "a");
        Condition.Any anyA = new Condition.Any(TAGS, hasA);
        Condition.Any any = new Condition.Any(TAGS, Condition.ALWAYS);
        assertThat(ids(anyA)).containsExactly(1);
        assertThat(ids(new Condition.Not(anyA))).containsExactlyInAnyOrder(2, 3);
        assertThat(ids(any)).containsExactlyInAnyOrder(1, 2);
        assertThat(ids(new Condition.Any(TAGS, Condition.NEVER))).isEmpty();
        assertThat(ids(new Condition.Any(TAGS, new Condition.Not((Condition.Test) hasA))))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(ids(new Condition.Any(
                        TAGS, new Condition.IsNull(TAGS.columns().get(0)))))
                .containsExactly(1);
        assertThat(ids(new Condition.And(List.of(any, new Condition.Any(PHONES, Condition.ALWAYS)))))
                .containsExactly(1);
    }

    private List<Object> ids(Condition condition) {
        return find(session, PERSON, condition).stream().map(row -> row[0]).toList();
    }

    @Test
    void ownersMayHaveIdsOfSeveralColumnsOrOfTheDatabase() {
        EntityModel line = Entities.named("Line", "line")
                .with("order", ValueType.STRING)
                .with("number", ValueType.DECIMAL)
                .idOf(2)
                .elements(
                        "notes",
                        CollectionModel.Kind.LIST,
                        "index",
                        Entities.column(0, "note", ValueType.STRING, false))
                .build();
        EntityModel log = Entities.named("Log", "log")
                .as(Rows.class)
                .with("id", ValueType.LONG)
                .generated(new Generation.Identity())
                .elements(
                        "lines",
                        CollectionModel.Kind.LIST,
                        "index",
                        Entities.column(0, "line", ValueType.STRING, false))
                .build();
        try (Store other = H2.store(line, log);
                StoreSession in = other.open(false)) {
            BigDecimal one = new BigDecimal("1.0000");
            BigDecimal two = new BigDecimal("2.0000");
            insert(in, line, Rows.row("A", one, elements("x", "y")), Rows.row("A", two, elements("z")));
            assertThat(byIds(in, line, List.of("A", BigDecimal.ONE), List.of("A", two)))
                    .extracting(row -> values(row, line.collections().get(0)))
                    .containsExactlyInAnyOrder(List.of("x", "y"), List.of("z"));
            Condition.Any hasZ = new Condition.Any(
                    line.collections().get(0),
                    new Condition.Compare(line.collections().get(0).columns().get(0), Operator.EQUAL, "z"));
            assertThat(find(in, line, hasZ)).extracting(row -> row[1]).containsExactly(two);
            List<Object> ids = insert(in, log, Rows.row(null, elements("l1")), Rows.row(null, elements("l2", "l3")))
                    .generatedIds();
            assertThat(values(
                            byIds(in, log, ids.get(1)).get(0), log.collections().get(0)))
                    .containsExactly("l2", "l3");
        }
    }
}
