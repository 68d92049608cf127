package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.Plinth;
import dev.plinth.backend.Backend;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Account;
import dev.plinth.contract.domain.Seat;
import dev.plinth.contract.domain.SeatKey;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.LockTimeoutException;
import dev.plinth.error.PlinthError;
import dev.plinth.error.PoolExhaustedException;
import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.error.StaleEntityException;
import dev.plinth.error.StatementTimeoutException;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What goes wrong in a database is the same error everywhere, by its type, its code and whether it can be run again. */
public abstract class ErrorContract extends Contract {
    private static final String SECRET = "secret@example.org";
    private static final int PAGES = 400;

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Account.class, Seat.class);
    }

    private static <T extends Throwable> T thrown(Class<T> type, ErrorCode code, Step<RuntimeException> work) {
        T error = catchThrowableOfType(type, work::run);
        assertThat(error).isNotNull().satisfies(hasCode(code));
        assertThat(((PlinthError) error).isRetryable()).isEqualTo(code.isRetryable());
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
        return error;
    }

    private Backend provoked(Provocation error, Backend backend) {
        Backend provoking = provoking(backend, error);
        assumeTrue(provoking != null, () -> store().name() + " does not have the error: " + error);
        return present(provoking);
    }

    @Test
    void aDuplicateNamesThePropertyOfTheColumn() {
        insert(new Account(1, SECRET, "c1"));
        DuplicateKeyException error = thrown(
                DuplicateKeyException.class,
                ErrorCode.DUPLICATE_KEY,
                () -> insert(new Account(2, "bob", "c2"), new Account(3, SECRET, "c3")));
        assertThat(error.entity()).isEqualTo("Account");
        assertThat(error.properties()).containsExactly("holder");
        assertThat(error.columns()).containsExactly("holder_name");
        assertThat(error.constraint()).isNotBlank();
    }

    @Test
    void aDuplicateNamesThePropertyInAnEmbeddable() {
        insert(new Account(1, "ada", SECRET));
        assertThat(thrown(
                                DuplicateKeyException.class,
                                ErrorCode.DUPLICATE_KEY,
                                () -> insert(new Account(2, "bob", SECRET)))
                        .properties())
                .containsExactly("terms.contract");
    }

    @Test
    void aDuplicateNamesTheId() {
        insert(new Account(1, "ada", null));
        assertThat(thrown(
                                DuplicateKeyException.class,
                                ErrorCode.DUPLICATE_KEY,
                                () -> insert(new Account(1, SECRET, null)))
                        .properties())
                .containsExactly("id");
    }

    @Test
    void theIdOfADeletedRowIsTakenAndTheErrorSaysWhatToDo() {
        insert(new Seat("Burg", 7, null));
        plinth().transact(uow -> uow.remove(uow.getById(Seat.class, new SeatKey("Burg", 7))));
        assertThat(thrown(
                        DuplicateKeyException.class,
                        ErrorCode.DUPLICATE_KEY,
                        () -> insert(new Seat("Burg", 7, SECRET))))
                .hasMessageContaining(
                        "If that one is soft-deleted, restore(...) brings it back, and purge(...) frees its id")
                .satisfies(e -> assertThat(e.properties()).containsExactlyInAnyOrder("hall", "number"));
    }

    @Test
    void unitsOfWorkThatWriteTheSameRowsInOppositeOrderSucceedInTheEnd() throws Exception {
        requires(Capability.CONCURRENT_WRITERS);
        requires(Capability.ATOMIC_COMMIT);
        insert(new Account(1, "ada", null), new Account(2, "bob", null));
        Queue<RuntimeException> errors = new ConcurrentLinkedQueue<>();
        CyclicBarrier bothHaveWritten = new CyclicBarrier(2);
        // threads of their own: the common pool may have one only
        Executor threads = task -> new Thread(task, "mover").start();
        CompletableFuture<Void> there = CompletableFuture.runAsync(() -> move(1, 2, bothHaveWritten, errors), threads);
        CompletableFuture<Void> back = CompletableFuture.runAsync(() -> move(2, 1, bothHaveWritten, errors), threads);
        CompletableFuture.allOf(there, back).get(40, TimeUnit.SECONDS);
        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertThat(error).isInstanceOfAny(TransactionConflictException.class, StaleEntityException.class);
            assertThat(((PlinthError) error).isRetryable()).isTrue();
        });
        assertThat(stored(Account.class, 1L).getBalance()).isZero();
        assertThat(stored(Account.class, 2L).getBalance()).isZero();
    }

    private void move(long from, long to, CyclicBarrier bothHaveWritten, Queue<RuntimeException> errors) {
        for (int attempt = 1; ; attempt++) {
            boolean waits = attempt == 1;
            try {
                plinth().transact(uow -> {
                    uow.getById(Account.class, from).add(-1);
                    uow.flush();
                    if (waits) {
                        await(bothHaveWritten);
                    }
                    uow.getById(Account.class, to).add(1);
                });
                return;
            } catch (RuntimeException e) {
                errors.add(e);
                boolean again = e instanceof PlinthError error && error.isRetryable() && attempt < 100;
                if (!again) {
                    throw e;
                }
            }
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLockThatIsNotGivenInTime() {
        Plinth impatient = open(
                Plinth.builder(provoked(Provocation.LOCK_TIMEOUT, database())).entities(Account.class));
        impatient.transact(uow -> uow.insert(new Account(1, SECRET, null)));
        impatient.transact(uow -> {
            uow.getById(Account.class, 1L).add(1);
            uow.flush();
            thrown(
                    LockTimeoutException.class,
                    ErrorCode.LOCK_TIMEOUT,
                    () -> onAnotherThread(() -> impatient.transact(
                            other -> other.getById(Account.class, 1L).add(1))));
        });
        impatient.transact(uow -> uow.getById(Account.class, 1L).add(1));
        assertThat(impatient.<Integer, RuntimeException>readResult(
                        uow -> uow.getById(Account.class, 1L).getBalance()))
                .isEqualTo(2);
    }

    @Test
    void aStatementThatTakesTooLong() {
        Backend backend = database();
        Backend provoking = provoked(Provocation.STATEMENT_TIMEOUT, backend);
        Plinth patient = open(Plinth.builder(backend).entities(Account.class));
        String remarks = SECRET.repeat(1000);
        patient.transact(uow -> LongStream.range(0, PAGES)
                .forEach(i -> uow.insert(new Account(i, "holder " + i, null).remarking(remarks))));
        Specification<Account> slow = slow(patient);
        try (Plinth hasty = Plinth.builder(provoking).entities(Account.class).build()) {
            thrown(
                    StatementTimeoutException.class,
                    ErrorCode.STATEMENT_TIMEOUT,
                    () -> hasty.read(
                            uow -> uow.count(Selection.of(Account.class).where(slow))));
        }
        assertThat(patient.<Long, RuntimeException>readResult(
                        uow -> uow.count(Selection.of(Account.class).where(slow))))
                .isZero();
    }

    /** A question that takes many times the limit, on this machine and with whatever else it does. */
    private static Specification<Account> slow(Plinth patient) {
        for (int parts = 20; ; parts *= 2) {
            Specification<Account> slow = IntStream.range(0, parts)
                    .mapToObj(i -> where(Account::getRemarks).ignoringCase().contains("example.com " + i))
                    .reduce(Specification::or)
                    .orElseThrow();
            long start = System.nanoTime();
            patient.read(uow -> uow.count(Selection.of(Account.class).where(slow)));
            if (System.nanoTime() - start > 200_000_000L) {
                return slow;
            }
        }
    }

    @Test
    void aDatabaseThatTakesNoWrites() {
        Backend backend = database();
        Backend provoking = provoked(Provocation.READ_ONLY, backend);
        open(Plinth.builder(backend).entities(Account.class)).transact(uow -> uow.insert(new Account(1, "ada", null)));
        try (Plinth replica = Plinth.builder(provoking).entities(Account.class).build()) {
            // a driver may take a session that has read for one that can write again
            thrown(
                    ReadOnlyDatabaseException.class,
                    ErrorCode.READ_ONLY,
                    () -> replica.transact(uow -> uow.insert(new Account(2, SECRET, null))));
            assertThat(replica.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Account.class))))
                    .isEqualTo(1);
        }
    }

    @Test
    void aPoolThatIsExhausted() {
        Backend backend = database();
        Backend provoking = provoked(Provocation.ONE_CONNECTION, backend);
        open(Plinth.builder(backend).entities(Account.class));
        try (Plinth small = Plinth.builder(provoking).entities(Account.class).build()) {
            small.read(uow -> {
                uow.findById(Account.class, 1L);
                thrown(
                        PoolExhaustedException.class,
                        ErrorCode.POOL_EXHAUSTED,
                        () -> onAnotherThread(() -> small.read(other -> other.findById(Account.class, 1L))));
            });
            assertThat(small.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Account.class))))
                    .isZero();
        }
    }
}
