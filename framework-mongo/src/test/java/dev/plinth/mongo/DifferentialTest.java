package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.memory.MemoryBackend;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows and the same queries here and in the in-memory backend, which is the definition. */
class DifferentialTest {
    TestServer server() {
        return TestServer.IN_PROCESS;
    }

    private static final int ROWS = 60;
    private static final int QUERIES = 700;

    private final Samples samples = new Samples();
    private final Store mongo = server().backend().connect((kind, rows, batched) -> {});
    private final Store memory = MemoryBackend.create().connect((kind, rows, batched) -> {});

    @BeforeEach
    void create() {
        for (Store store : List.of(mongo, memory)) {
            assertThat(store.prepare(samples.model)).isEmpty();
            store.dropSchema();
            store.createSchema();
        }
    }

    @AfterEach
    void drop() {
        mongo.dropSchema();
        mongo.close();
        memory.close();
    }

    private Object[][] insert(RandomValues values) {
        Object[][] rows = new Object[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            Object[] row = values.row(samples.entity, i);
            // what must be unique
            row[samples.column("email").position()] = i % 3 == 0 ? null : "mail " + i;
            row[samples.column("code").position()] = null;
            row[samples.column("size").position()] = i;
            rows[i] = row;
        }
        for (Store store : List.of(mongo, memory)) {
            try (StoreSession session = store.open(false)) {
                samples.insert(session, rows);
                session.commit();
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void queriesFindTheSameRowsInTheSameOrder(long seed) {
        RandomValues values = new RandomValues(seed, mongo);
        insert(values);
        try (StoreSession here = mongo.open(true);
                StoreSession there = memory.open(true)) {
            int withRows = 0;
            for (int i = 0; i < QUERIES; i++) {
                Condition condition = values.condition(samples.entity.columns(), samples.entity.collections(), 2);
                Query query = new Query(
                        samples.entity, condition, values.order(samples.entity), values.below(3), values.below(50));
                assertThat(samples.ids(Samples.find(here, query)))
                        .as("%s", query)
                        .isEqualTo(samples.ids(Samples.find(there, query)));
                long count = here.count(query);
                assertThat(count).isEqualTo(there.count(query));
                withRows += count > 0 && count < ROWS ? 1 : 0;
            }
            assertThat(withRows).as("queries that tell rows apart").isGreaterThan(QUERIES / 3);
        }
    }

    @Test
    void rowsComeOutAsTheyWentIn() {
        Object[][] rows = insert(new RandomValues(5, mongo));
        try (StoreSession session = mongo.open(true)) {
            for (Object[] expected : rows) {
                assertSame(expected, samples.only(session, (Long) expected[0]));
            }
        }
    }

    private void assertSame(Object[] expected, Object[] found) {
        for (ColumnModel column : samples.entity.columns()) {
            assertSame(column, expected[column.position()], found[column.position()]);
        }
        samples.entity.collections().forEach(collection -> {
            List<?> elements = (List<?>) expected[collection.position()];
            List<?> others = (List<?>) found[collection.position()];
            assertThat(others).as(collection.path()).hasSameSizeAs(elements);
            for (int i = 0; i < elements.size(); i++) {
                for (ColumnModel column : collection.columns()) {
                    assertSame(
                            column,
                            ((Object[]) elements.get(i))[column.position()],
                            ((Object[]) others.get(i))[column.position()]);
                }
            }
        });
    }

    private static void assertSame(ColumnModel column, @Nullable Object expected, @Nullable Object found) {
        boolean same = expected == null || found == null ? expected == found : Values.same(expected, found);
        assertThat(same).as("%s: %s and %s", column.path(), expected, found).isTrue();
        if (expected != null) {
            assertThat(found).hasSameClassAs(expected);
        }
    }
}
