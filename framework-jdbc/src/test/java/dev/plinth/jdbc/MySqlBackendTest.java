package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The backend on MySQL. */
@MySql.OnGivenServer
final class MySqlBackendTest extends MySqlFamilyBackend {
    @Override
    Databases databases() {
        return MySql.databases();
    }

    @Override
    String version() {
        return "MySQL \\d+\\.\\d+\\.\\d+.*";
    }

    @Test
    void aStreamHoldsFewRowsWhateverElseIsAsked() {
        String url = databases().url();
        try (Store store = H2.prepared(Databases.backend(url).connect((k, r, b) -> {}), THING, TAGGED)) {
            Databases.execute(
                    url,
                    thousand("thing", "x, repeat('n', 100)"),
                    "insert into thing (id, name) select"
                            + " a.id * 1000 + b.id, b.name from thing a, thing b where a.id between 1 and 299");
            Databases.execute(
                    url, thousand("tagged", "x"), "insert into tagged_tags select id, concat('tag ', id) from tagged");
            try (StoreSession session = store.open(true)) {
                assertStreams(session, THING, 300_000);
                assertStreams(session, TAGGED, 1_000);
            }
        }
    }

    private static String thousand(String table, String values) {
        return "insert into " + table
                + " with recursive n (x) as (select 0 union all select x + 1 from n where x < 999)" + " select "
                + values + " from n";
    }

    private static void assertStreams(StoreSession session, EntityModel entity, int count) {
        long before = usedMemory();
        long read = 0;
        long most = 0;
        try (RowCursor rows = session.stream(new Query(entity, Condition.ALWAYS, List.of(), 0, 0))) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                read++;
                if (read % (count / 4) == 10) {
                    assertThat(Rows.count(session, entity, Condition.ALWAYS)).isEqualTo(count);
                    most = Math.max(most, usedMemory() - before);
                }
            }
        }
        assertThat(read).isEqualTo(count);
        assertThat(most).isLessThan(10_000_000);
    }

    // the driver would hold more than thirty megabytes
    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void listsMayBeLongerThanTheServerHasParameters() {
        String url = databases().url() + "&useServerPrepStmts=true";
        List<Object> values =
                IntStream.range(5, 70_005).<Object>mapToObj(i -> i).toList();
        try (Store store = H2.prepared(Databases.backend(url).connect((k, r, b) -> {}), THING);
                StoreSession session = store.open(false)) {
            Rows.insert(session, THING, rows(10));
            Condition among = new Condition.In(THING.columns().get(0), values);
            assertThat(Rows.count(session, THING, among)).isEqualTo(5);
            try (RowCursor rows = session.stream(new Query(THING, among, List.of(), 0, 0))) {
                assertThat(rows.next()).isNotNull();
            }
        }
    }

    @Test
    void idsOfACounterAreNotGivenTwiceAlsoAfterARollback() {
        Generation.Sequence ids = new Generation.Sequence(new TableName(null, null, "Order ids"), 5, 10);
        EntityModel order = Entities.named("Order", "order")
                .with("id", ValueType.LONG)
                .generated(ids)
                .build();
        try (Store store = databases().store(order);
                StoreSession first = store.open(false);
                StoreSession second = store.open(false)) {
            assertThat(first.nextBlock(ids)).isEqualTo(5);
            Rows.insert(first, order, List.<Object[]>of(new Object[] {5L}));
            // does not wait for the first
            assertThat(second.nextBlock(ids)).isEqualTo(15);
            first.rollback();
            assertThat(second.nextBlock(ids)).isEqualTo(25);
            assertThat(Rows.count(second, order, Condition.ALWAYS)).isZero();
        }
    }

    @Test
    void anOptionOfItsDriverIsRefused() {
        assertRefused("sendFractionalSeconds=false", "the option sendFractionalSeconds=false");
    }
}
