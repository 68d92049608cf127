package dev.plinth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.ValueType;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shared contracts do not reach: the order of ties, limits, and that a lookup by key gives what a scan gives. */
class MemoryQueryTest {
    private static final String GRINNING = new String(Character.toChars(0x1F600));

    private final People people = People.assigned();
    private final Store store = MemoryBackend.create().connect((kind, rows, batched) -> {});
    private StoreSession session;

    @BeforeEach
    void open() {
        store.prepare(people.model);
        store.createSchema();
        session = store.open(false);
        people.insert(
                session,
                People.row(5L, "b", "b@example.com"),
                People.row(3L, "B", null),
                People.deleted(People.row(9L, "a", "b@example.com")),
                People.row(1L, "\uFB01", "fi@example.com"),
                People.row(7L, GRINNING, "grin@example.com"));
    }

    @AfterEach
    void close() {
        session.close();
        store.close();
    }

    private List<Object> ids(Condition condition, SortKey... order) {
        return people.find(session, condition, order).stream()
                .map(row -> row[People.ID])
                .toList();
    }

    @Test
    void rowsThatNobodyOrderedComeInTheOrderOfInsertion() {
        assertThat(ids(Condition.ALWAYS)).containsExactly(5L, 3L, 9L, 1L, 7L);
        people.update(session, People.row(5L, "b", null), people.version, 1L);
        assertThat(ids(new Condition.In(people.id, List.of(1L, 3L, 5L, 42L)))).containsExactly(5L, 3L, 1L);
    }

    @Test
    void textIsOrderedByCodePointAndTiesKeepTheirOrder() {
        assertThat(ids(Condition.ALWAYS, new SortKey(people.name, false, false)))
                .containsExactly(3L, 9L, 5L, 1L, 7L);
        assertThat(ids(Condition.ALWAYS, new SortKey(people.name, false, true))).containsExactly(9L, 5L, 3L, 1L, 7L);
        assertThat(ids(Condition.ALWAYS, new SortKey(people.name, true, true))).containsExactly(7L, 1L, 5L, 3L, 9L);
    }

    @Test
    void nullIsTheSmallest() {
        SortKey byId = new SortKey(people.id, false, false);
        assertThat(ids(Condition.ALWAYS, new SortKey(people.email, false, false), byId))
                .containsExactly(3L, 5L, 9L, 1L, 7L);
        assertThat(ids(Condition.ALWAYS, new SortKey(people.email, true, false), byId))
                .containsExactly(7L, 1L, 5L, 9L, 3L);
    }

    @Test
    void offsetAndLimitCutTheOrderedRows() {
        List<SortKey> byId = List.of(new SortKey(people.id, false, false));
        assertThat(page(byId, 1, 2)).containsExactly(3L, 5L);
        assertThat(page(byId, 4, 2)).containsExactly(9L);
        assertThat(page(byId, 3, 0)).containsExactly(7L, 9L);
        assertThat(page(byId, Long.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        Query page = new Query(people.entity, Condition.ALWAYS, byId, 3, 1);
        assertThat(session.count(page)).isEqualTo(5);
    }

    private List<Object> page(List<SortKey> order, long offset, int limit) {
        return People.all(session.find(new Query(people.entity, Condition.ALWAYS, order, offset, limit))).stream()
                .map(row -> row[People.ID])
                .toList();
    }

    @Test
    void aTestOfANullIsFalseAndItsNegationTrue() {
        Condition.Test match = new Condition.Match(people.email, MatchKind.STARTS_WITH, "B@", true);
        assertThat(ids(match)).containsExactly(5L, 9L);
        assertThat(ids(new Condition.Not(match))).containsExactly(3L, 1L, 7L);
        Condition.Test less = new Condition.Compare(people.email, Operator.LESS, "c");
        assertThat(ids(new Condition.Not(less))).containsExactly(3L, 1L, 7L);
        Condition.Test in = new Condition.In(people.email, List.of("fi@example.com"));
        assertThat(ids(new Condition.Not(in))).containsExactly(5L, 3L, 9L, 7L);
    }

    /** The guard that switches a lookup off is a condition that changes nothing: an or of it with itself. */
    @Test
    void aLookupByKeyGivesWhatAScanGives() {
        Condition live = new Condition.IsNull(people.deletedAt);
        Condition email = new Condition.Compare(people.email, Operator.EQUAL, "b@example.com");
        Condition name = new Condition.Compare(people.name, Operator.EQUAL, "b");
        Condition gone = new Condition.Not(new Condition.IsNull(people.deletedAt));
        Condition id = new Condition.In(people.id, List.of(3L, 9L, 3L, 8L));
        for (Condition condition : List.of(
                email,
                id,
                new Condition.And(List.of(email, live)),
                new Condition.And(List.of(name, new Condition.And(List.of(live, email)))),
                new Condition.And(List.of(id, live)),
                new Condition.And(List.of(id, gone)),
                new Condition.And(List.of(email, gone)),
                new Condition.And(List.of(id, email)))) {
            Condition scanned = new Condition.Or(List.of(condition, condition));
            assertThat(ids(condition)).as(condition.toString()).isEqualTo(ids(scanned));
            assertThat(people.count(session, condition)).isEqualTo(people.count(session, scanned));
        }
    }

    @Test
    void decimalIdsAreTheSameWhateverTheirScale() {
        People priced = new People(new Generation.Assigned(), ValueType.DECIMAL);
        try (Store own = MemoryBackend.create().connect((kind, rows, batched) -> {})) {
            own.prepare(priced.model);
            own.createSchema();
            try (StoreSession writer = own.open(false)) {
                priced.insert(writer, People.row(new BigDecimal("1.50"), "x", null));
                assertThat(ids(writer, priced, new BigDecimal("1.5"))).containsExactly(new BigDecimal("1.50"));
                EntityKey key = EntityKey.of(priced.entity, People.row(new BigDecimal("1.500"), "x", null));
                assertThat(writer.findByKeys(priced.entity, List.of(key), false))
                        .hasSize(1);
            }
        }
    }

    private static List<Object> ids(StoreSession session, People people, Object id) {
        return people.find(session, new Condition.Compare(people.id, Operator.EQUAL, id)).stream()
                .map(row -> row[People.ID])
                .toList();
    }

    /** A scan of 20,000 rows for each of 20,000 keys would take minutes. */
    @Test
    void keysAreLookedUpAndNotSearched() {
        int rows = 20_000;
        EntityModel entity = people.entity;
        List<EntityKey> keys = new ArrayList<>();
        List<Object[]> inserted = new ArrayList<>();
        for (long i = 100; i < 100 + rows; i++) {
            inserted.add(People.row(i, "n", i + "@example.com"));
            keys.add(new EntityKey(entity, i));
        }
        long start = System.nanoTime();
        people.insert(session, inserted.toArray(Object[][]::new));
        assertThat(session.findByKeys(entity, keys, false)).hasSize(rows);
        Condition live = new Condition.IsNull(people.deletedAt);
        for (Object[] row : inserted) {
            Condition email = new Condition.Compare(people.email, Operator.EQUAL, row[People.EMAIL]);
            assertThat(people.count(session, new Condition.And(List.of(email, live))))
                    .isEqualTo(1);
            people.update(session, row, people.name, "m");
        }
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }
}
