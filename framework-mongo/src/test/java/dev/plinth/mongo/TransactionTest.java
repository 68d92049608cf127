package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.ConnectionLostException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SerializationFailureException;
import dev.plinth.error.TransactionConflictException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sessions use transactions, and what becomes of the errors that only transactions have. */
class TransactionTest {
    private static final String TRANSIENT = "TransientTransactionError";
    private static final String UNKNOWN = "UnknownTransactionCommitResult";

    private final ReplicaSetBackend server = new ReplicaSetBackend();
    private final Store store = MongoBackend.uri(server.uri()).connect((kind, rows, batched) -> {});
    private final Samples samples = new Samples();

    @BeforeEach
    void create() {
        assertThat(store.prepare(samples.model)).isEmpty();
        store.createSchema();
    }

    @AfterEach
    void close() {
        store.close();
        server.stop();
    }

    private long count() {
        try (StoreSession session = store.open(true)) {
            return count(session);
        }
    }

    private long count(StoreSession session) {
        return session.count(new Query(samples.entity, Condition.ALWAYS, List.of(), 0, 0));
    }

    @Test
    void aServerWithTransactionsSaysSo() {
        assertThat(store.capabilities()).contains(Capability.ATOMIC_COMMIT, Capability.ISOLATED_READS);
    }

    @Test
    void theFirstWriteStartsATransactionThatAllElseJoins() {
        try (StoreSession session = store.open(false)) {
            assertThat(count(session)).isZero();
            samples.insert(session, samples.row(1), samples.row(2));
            samples.update(
                    session,
                    List.of("text"),
                    new Change(samples.row(1), samples.bumped(samples.with(samples.row(1), "text", "x"))));
            samples.only(session, 1);
            assertThat(count(session)).isEqualTo(2);
            session.commit();
        }
        assertThat(server.takeCommands())
                .containsExactly("start insert", "update", "find", "aggregate", "commitTransaction");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aRollbackTakesEverythingBack() {
        try (StoreSession session = store.open(false)) {
            samples.insert(session, samples.row(1));
            session.rollback();
        }
        assertThat(server.takeCommands()).containsExactly("start insert", "abortTransaction");
        assertThat(count()).isZero();
    }

    @Test
    void aSessionThatIsClosedWithoutACommitTakesEverythingBack() {
        try (StoreSession session = store.open(false)) {
            samples.insert(session, samples.row(1));
        }
        assertThat(count()).isZero();
    }

    @Test
    void aSessionThatReadsHasNoTransaction() {
        try (StoreSession session = store.open(true)) {
            samples.find(session, Condition.ALWAYS);
            session.commit();
        }
        assertThat(server.takeCommands()).isEmpty();
    }

    @Test
    void aConflictOfWritesIsRetryable() {
        try (StoreSession session = store.open(false)) {
            server.fail("insert", 1, 112, TRANSIENT);
            SerializationFailureException error = catchThrowableOfType(
                    SerializationFailureException.class, () -> samples.insert(session, samples.row(1)));
            assertThat(error.isRetryable()).isTrue();
            assertThat(error)
                    .hasMessage("PL-507: Sample: another transaction wrote the same documents, and this one was ended."
                            + " Run the unit of work again from its start");
            session.rollback();
        }
    }

    @Test
    void aConflictAtTheCommitIsRetryable() {
        try (StoreSession session = store.open(false)) {
            samples.insert(session, samples.row(1));
            server.fail("commitTransaction", 1, 251, TRANSIENT);
            assertThatThrownBy(session::commit).isInstanceOf(TransactionConflictException.class);
        }
    }

    @Test
    void aCommitWithoutAClearAnswerIsTriedAgain() {
        try (StoreSession session = store.open(false)) {
            samples.insert(session, samples.row(1));
            server.fail("commitTransaction", 2, 64, UNKNOWN);
            session.commit();
        }
        assertThat(server.takeCommands())
                .containsExactly("start insert", "commitTransaction", "commitTransaction", "commitTransaction");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aCommitThatNeverGetsAClearAnswerIsUnknown() {
        try (StoreSession session = store.open(false)) {
            samples.insert(session, samples.row(1));
            server.fail("commitTransaction", 100, 64, UNKNOWN);
            ConnectionException error = catchThrowableOfType(ConnectionException.class, session::commit);
            assertThat(error.errorCode()).isEqualTo(ErrorCode.COMMIT_UNKNOWN);
            assertThat(error).hasMessageContaining("may or may not have been committed");
        }
    }

    @Test
    void aServerThatIsGoneInTheMiddleIsOneError() {
        try (StoreSession session = store.open(false)) {
            samples.insert(session, samples.row(1));
            server.stop();
            assertThatThrownBy(() -> samples.insert(session, samples.row(2)))
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("was lost. Nothing of the unit of work was committed");
        }
    }
}
