package dev.plinth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryConcurrencyTest {
    private static final int THREADS = 6;

    private final People people =
            new People(new Generation.Sequence(new TableName(null, null, "person_seq"), 1, 10), ValueType.LONG);
    private final Store store = MemoryBackend.create(Duration.ofSeconds(30)).connect((kind, rows, batched) -> {});
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);

    @BeforeEach
    void createSchema() {
        store.prepare(people.model);
        store.createSchema();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        store.close();
    }

    private <T> List<T> onAllThreads(Callable<T> work) throws InterruptedException, ExecutionException {
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(work);
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(all)) {
            results.add(future.get());
        }
        return results;
    }

    private void insert(Object[]... rows) {
        try (StoreSession session = store.open(false)) {
            people.insert(session, rows);
            session.commit();
        }
    }

    @Test
    void noUpdateIsLostWhereTheVersionIsGuarded() throws Exception {
        insert(People.row(1L, "0", null));
        int increments = 300;
        List<Integer> retries = onAllThreads(() -> {
            int stale = 0;
            for (int done = 0; done < increments; ) {
                if (increment()) {
                    done++;
                } else {
                    stale++;
                }
            }
            return stale;
        });
        try (StoreSession session = store.open(true)) {
            Object[] row = people.byId(session, 1L);
            assertThat(row[People.NAME]).isEqualTo(String.valueOf(THREADS * increments));
            assertThat(row[People.VERSION]).isEqualTo((long) THREADS * increments);
        }
        assertThat(retries.stream().mapToInt(Integer::intValue).sum())
                .as("conflicts met; none would mean that the threads did not meet")
                .isPositive();
    }

    /** Reads, then writes what was read plus one, as an application does; false where another thread was faster. */
    private boolean increment() {
        try (StoreSession session = store.open(false)) {
            Object[] read = people.byId(session, 1L);
            Thread.yield();
            int next = Integer.parseInt((String) read[People.NAME]) + 1;
            if (!people.update(session, read, people.name, String.valueOf(next))
                    .stale()
                    .isEmpty()) {
                return false;
            }
            session.commit();
            return true;
        }
    }

    @Test
    void readersSeeWholeCommitsOnlyAndNeverWait() throws Exception {
        insert(People.row(1L, "0", null), People.row(2L, "0", null));
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> writer = threads.submit(() -> {
            int commits = 0;
            for (; !done.get(); commits++) {
                try (StoreSession session = store.open(false)) {
                    for (long id = 1; id <= 2; id++) {
                        people.update(session, people.byId(session, id), people.name, String.valueOf(commits));
                    }
                    session.commit();
                }
            }
            return commits;
        });
        onAllThreads(() -> {
            for (int i = 0; i < 2000; i++) {
                try (StoreSession session = store.open(true)) {
                    List<Object> names = people.names(session);
                    assertThat(names).hasSize(2);
                    assertThat(names.get(0)).isEqualTo(names.get(1));
                }
            }
            return null;
        });
        done.set(true);
        assertThat(writer.get()).isPositive();
    }

    @Test
    void aReaderIsNotHeldUpByAnOpenWriter() throws Exception {
        insert(People.row(1L, "Ada", null));
        try (StoreSession writer = store.open(false)) {
            people.update(writer, People.row(1L, "Ada", null), people.name, "Eve");
            Future<List<Object>> read = threads.submit(() -> {
                try (StoreSession session = store.open(true)) {
                    return people.names(session);
                }
            });
            assertThat(read.get()).containsExactly("Ada");
        }
    }

    @Test
    void oneOfManyInsertsOfAUniqueValueWins() throws Exception {
        List<Long> wins = onAllThreads(() -> {
            long won = 0;
            for (int i = 0; i < 100; i++) {
                try (StoreSession session = store.open(false)) {
                    people.insert(session, People.row(session.nextBlock(sequence()), "x", i + "@example.com"));
                    session.commit();
                    won++;
                } catch (dev.plinth.error.DuplicateKeyException e) {
                    assertThat(e.properties()).containsExactly("email");
                }
            }
            return won;
        });
        assertThat(wins.stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
        try (StoreSession session = store.open(true)) {
            assertThat(people.count(session, Condition.ALWAYS)).isEqualTo(100);
        }
    }

    private Generation.Sequence sequence() {
        return (Generation.Sequence) people.entity.id().generation();
    }

    @Test
    void blocksOfASequenceNeverOverlap() throws Exception {
        Set<Long> firsts = new HashSet<>();
        for (List<Long> blocks : onAllThreads(() -> {
            List<Long> mine = new ArrayList<>();
            try (StoreSession session = store.open(true)) {
                for (int i = 0; i < 1000; i++) {
                    mine.add(session.nextBlock(sequence()));
                }
            }
            return mine;
        })) {
            firsts.addAll(blocks);
        }
        assertThat(firsts).hasSize(THREADS * 1000).allMatch(first -> first % 10 == 1);
    }
}
