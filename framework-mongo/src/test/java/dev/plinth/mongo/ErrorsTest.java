package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import de.bwaldvogel.mongo.bson.Document;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.CheckViolationException;
import dev.plinth.error.ConnectionLostException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.LockTimeoutException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.PlinthError;
import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.error.SerializationFailureException;
import dev.plinth.error.StatementTimeoutException;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.error.ValueTooLongException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a MongoDB server answers becomes one of Plinth's errors. The answers are those of MongoDB 8. */
class ErrorsTest {
    private static final String TRANSIENT = "TransientTransactionError";
    private static final String NONE = "";
    private static final String SECRET = "secret@example.org";

    private final Samples samples = new Samples();
    private final ReplicaSetBackend server = new ReplicaSetBackend();
    private final Store store = open(MongoBackend.uri(server.uri()));

    private Store open(MongoBackend backend) {
        Store opened = backend.connect((kind, rows, batched) -> {});
        opened.prepare(samples.model);
        opened.createSchema();
        return opened;
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop();
    }

    static List<Arguments> answers() {
        return List.of(
                Arguments.of(112, TRANSIENT, SerializationFailureException.class),
                Arguments.of(246, TRANSIENT, SerializationFailureException.class),
                Arguments.of(251, TRANSIENT, TransactionConflictException.class),
                Arguments.of(24, TRANSIENT, LockTimeoutException.class),
                Arguments.of(10107, TRANSIENT, ConnectionLostException.class),
                Arguments.of(189, TRANSIENT, ConnectionLostException.class),
                Arguments.of(91, TRANSIENT, ConnectionLostException.class),
                Arguments.of(10107, NONE, ReadOnlyDatabaseException.class),
                Arguments.of(50, NONE, StatementTimeoutException.class),
                Arguments.of(262, NONE, StatementTimeoutException.class));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsNamed(int code, String label, Class<? extends RuntimeException> type) {
        try (StoreSession session = store.open(false)) {
            samples.insert(session, samples.row(1));
            server.fail("insert", 1, code, label);
            RuntimeException error = catchThrowableOfType(type, () -> samples.insert(session, samples.row(2)));
            assertThat(error).isExactlyInstanceOf(type);
            PlinthError plinths = (PlinthError) error;
            assertThat(plinths.isRetryable()).isEqualTo(label.equals(TRANSIENT));
            assertThat(plinths.isRetryable()).isEqualTo(plinths.errorCode().isRetryable());
        }
    }

    @Test
    void aReadThatTakesTooLongIsNamed() {
        try (StoreSession session = store.open(true)) {
            server.fail("aggregate", 1, 50, NONE);
            assertThat(catchThrowableOfType(
                            StatementTimeoutException.class,
                            () -> session.count(new Query(samples.entity, Condition.ALWAYS, List.of(), 0, 0))))
                    .hasMessageContaining("Ask for less, add an index, or raise the time-out");
        }
    }

    private <T extends RuntimeException> T refused(Class<T> type, Document... rules) {
        Document schema = new Document("operatorName", "$jsonSchema").append("schemaRulesNotSatisfied", List.of(rules));
        Document error = new Document("index", 0)
                .append("code", 121)
                .append("errmsg", "Document failed validation")
                .append("errInfo", new Document("failingDocumentId", SECRET).append("details", schema));
        server.answer(
                "insert",
                new Document("n", 0).append("writeErrors", List.of(error)).append("ok", 1.0));
        try (StoreSession session = store.open(false)) {
            T refusal = catchThrowableOfType(type, () -> samples.insert(session, samples.row(1)));
            assertThat(refusal).isNotNull();
            assertThat(refusal.getMessage() + refusal.getCause()).doesNotContain(SECRET);
            return refusal;
        }
    }

    private static Document broken(String property, String operator, Object value) {
        Document rule = new Document("operatorName", operator)
                .append("reason", "made for the test")
                .append("consideredValue", value);
        return new Document("operatorName", "properties")
                .append(
                        "propertiesNotSatisfied",
                        List.of(new Document("propertyName", property).append("details", List.of(rule))));
    }

    @Test
    void aRuleThatIsBrokenNamesTheProperty() {
        CheckViolationException error = refused(CheckViolationException.class, broken("words", "enum", SECRET));
        assertThat(error.entity()).isEqualTo("Sample");
        assertThat(error.columns()).containsExactly("words");
        assertThat(error.properties()).containsExactly("text");
        assertThat(error)
                .hasMessage("PL-408: Sample: the field 'words' of a document does not pass the collection's validator."
                        + " Compare the mapping with the validator");
    }

    @Test
    void aValueThatIsTooLongForAValidator() {
        assertThat(refused(ValueTooLongException.class, broken("words", "maxLength", SECRET))
                        .properties())
                .containsExactly("text");
    }

    @Test
    void aFieldThatIsMissingOrNull() {
        Document required = new Document("operatorName", "required").append("missingProperties", List.of("words"));
        assertThat(refused(NotNullViolationException.class, required).properties())
                .containsExactly("text");
    }

    @Test
    void theDriversErrorIsKeptWhenItIsAskedFor() {
        try (Store open = open(MongoBackend.uri(server.uri()).valuesInErrors());
                StoreSession session = open.open(false)) {
            samples.insert(session, samples.row(1));
            DuplicateKeyException error =
                    catchThrowableOfType(DuplicateKeyException.class, () -> samples.insert(session, samples.row(1)));
            assertThat(error.getCause()).isInstanceOf(MongoException.class);
        }
    }
}
