package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.StatementListener.Kind;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.PartialWriteException;
import dev.plinth.model.EntityKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written, what is stale, and what is refused. */
class WriteTest {
    private final Samples samples = new Samples();
    private final List<String> sent = new ArrayList<>();
    private final Store store = TestServer.IN_PROCESS
            .backend()
            .connect((kind, rows, batched) -> sent.add(kind + " " + rows + (batched ? " batched" : "")));
    private final StoreSession session = store(store).open(false);

    private Store store(Store connected) {
        connected.prepare(samples.model);
        return connected;
    }

    @BeforeEach
    void create() {
        store.createSchema();
        sent.clear();
    }

    @AfterEach
    void drop() {
        session.close();
        store.dropSchema();
        store.close();
    }

    private Object[][] three() {
        Object[][] rows = {samples.row(1), samples.row(2), samples.row(3)};
        samples.insert(session, rows);
        sent.clear();
        return rows;
    }

    private Change textChange(Object[] before, String text) {
        return new Change(before, samples.bumped(samples.with(before, "text", text)));
    }

    private List<Integer> updateTexts(Change... changes) {
        return samples.update(session, List.of("text"), changes).stale();
    }

    @Test
    void aBatchIsOneRoundTrip() {
        Object[][] rows = three();
        assertThat(updateTexts(textChange(rows[0], "a"), textChange(rows[1], "b")))
                .isEmpty();
        samples.insert(session, samples.row(4), samples.row(5));
        samples.delete(session, samples.row(4));
        assertThat(sent).containsExactly("UPDATE 2 batched", "INSERT 2 batched", "DELETE 1");
    }

    @Test
    void largeBatchesAreSentInParts() {
        Object[][] rows = LongStream.range(0, 2500).mapToObj(samples::row).toArray(Object[][]::new);
        samples.insert(session, rows);
        assertThat(sent).containsExactly("INSERT 1000 batched", "INSERT 1000 batched", "INSERT 500 batched");
        sent.clear();
        assertThat(samples.find(session, Condition.ALWAYS)).hasSize(2500);
        assertThat(sent).containsExactly("SELECT 2500");
        sent.clear();
        Query all = new Query(samples.entity, Condition.ALWAYS, List.of(), 0, 0);
        assertThat(Samples.all(session.stream(all))).hasSize(2500);
        assertThat(sent).containsExactly("SELECT 1000", "SELECT 1000", "SELECT 500");
        sent.clear();
        List<EntityKey> keys = LongStream.range(0, 1200)
                .mapToObj(id -> new EntityKey(samples.entity, id))
                .toList();
        assertThat(session.findByKeys(samples.entity, keys, true)).hasSize(1200);
        assertThat(sent).containsExactly("SELECT 1000", "SELECT 200");
    }

    @Test
    void aStaleChangeOfManyIsNamed() {
        Object[][] rows = three();
        updateTexts(textChange(rows[1], "by someone else"));
        List<Integer> stale =
                updateTexts(textChange(rows[0], "mine"), textChange(rows[1], "mine"), textChange(rows[2], "mine"));
        assertThat(stale).containsExactly(1);
        assertThat(texts()).containsExactly("mine", "by someone else", "mine");
    }

    @Test
    void aRowThatIsGoneIsStale() {
        Object[][] rows = three();
        samples.delete(session, rows[2]);
        assertThat(updateTexts(textChange(rows[0], "x"), textChange(rows[2], "x")))
                .containsExactly(1);
        assertThat(updateTexts(textChange(rows[2], "x"))).containsExactly(0);
        assertThat(updateTexts(textChange(rows[2], "x"), textChange(samples.row(9), "x")))
                .containsExactly(0, 1);
    }

    @Test
    void aSoftDeletedRowIsStaleForOneWhoReadItAlive() {
        Object[][] rows = three();
        Object[] deleted = samples.with(rows[0], samples.deletedAt, Instant.EPOCH);
        samples.update(session, List.of("deletedAt"), new Change(rows[0], samples.bumped(deleted)));
        Object[] alive = samples.bumped(rows[0]);
        assertThat(updateTexts(textChange(alive, "x"))).containsExactly(0);
        assertThat(updateTexts(textChange(samples.bumped(deleted), "x"))).isEmpty();
    }

    @Test
    void staleDeletesAreNamed() {
        Object[][] rows = three();
        updateTexts(textChange(rows[1], "changed"));
        assertThat(samples.delete(session, rows).stale()).containsExactly(1);
        assertThat(samples.delete(session, rows).stale()).containsExactly(0, 1, 2);
        assertThat(samples.delete(session, samples.bumped(rows[1])).stale()).isEmpty();
        assertThat(session.count(new dev.plinth.backend.Query(samples.entity, Condition.ALWAYS, List.of(), 0, 0)))
                .isZero();
    }

    @Test
    void anUpdateLeavesAllElseInTheDocument() {
        Object[] row = samples.with(samples.with(samples.row(1), "text", "old"), "place.city", "Vienna");
        samples.insert(session, row);
        documents()
                .updateOne(
                        Filters.eq(1L),
                        Updates.combine(Updates.set("theirs", 7), Updates.set("place.theirs", List.of("x"))));
        Object[] after = samples.with(samples.with(row, "text", null), "place.zip", "1010");
        samples.update(session, List.of("text", "place.zip"), new Change(row, samples.bumped(after)));
        Document document = documents().find().first();
        assertThat(document).containsEntry("theirs", 7).doesNotContainKey("words");
        assertThat(document.get("place", Document.class))
                .containsEntry("city", "Vienna")
                .containsEntry("postcode", "1010")
                .containsEntry("theirs", List.of("x"));
        assertThat(samples.only(session, 1)[samples.column("place.zip").position()])
                .isEqualTo("1010");
    }

    @Test
    void anEmbeddableIsWrittenWhereOthersHaveNull() {
        documents()
                .insertMany(List.of(
                        new Document("_id", 1L).append("version", 0L).append("place", null),
                        new Document("_id", 2L).append("version", 0L).append("place", new Document("spot", null)),
                        new Document("_id", 3L).append("version", 0L).append("place", new Document("theirs", 1))));
        for (long id = 1; id <= 3; id++) {
            Object[] before = samples.only(session, id);
            Object[] after = samples.bumped(samples.with(before, "place.spot.east", 1.5));
            sent.clear();
            assertThat(samples.update(session, List.of("place.spot.east"), new Change(before, after))
                            .stale())
                    .isEmpty();
            // what has been null is looked at, and what has content from now on is not
            assertThat(sent).containsExactly("UPDATE 2 batched", "UPDATE 1");
            sent.clear();
            Object[] changed = samples.bumped(samples.with(after, "place.spot.east", 2.5));
            samples.update(session, List.of("place.spot.east"), new Change(after, changed));
            assertThat(sent).containsExactly("UPDATE 1");
        }
        assertThat(documents().find().map(d -> d.get("place")).into(new ArrayList<>()))
                .containsExactlyInAnyOrder(
                        new Document("spot", new Document("east", 2.5)),
                        new Document("spot", new Document("east", 2.5)),
                        new Document("theirs", 1).append("spot", new Document("east", 2.5)));
    }

    @Test
    void documentsAreLaidOutAsDocumented() {
        Object[] row = samples.with(samples.with(samples.row(1), "place.spot.east", 2.5), "text", "t");
        row[samples.collection("names").position()] = List.<Object[]>of(new Object[] {"x"});
        row[samples.collection("parts").position()] =
                List.<Object[]>of(new Object[] {"wheel", 4, null, null, 1.5}, new Object[5]);
        samples.insert(session, row);
        Document document = documents().find().first();
        document.remove("_unique");
        assertThat(document)
                .isEqualTo(new Document("_id", 1L)
                        .append("version", 0L)
                        .append("words", "t")
                        .append("place", new Document("spot", new Document("east", 2.5)))
                        .append("names", List.of("x"))
                        .append("amounts", List.of())
                        .append("times", List.of())
                        .append("numbers", List.of())
                        .append(
                                "parts",
                                List.of(
                                        new Document("label", "wheel")
                                                .append("count", 4)
                                                .append("spot", new Document("east", 1.5)),
                                        new Document())));
    }

    @Test
    void collectionsAreReplacedWithTheirOwnersVersion() {
        Object[][] rows = three();
        Object[] after = samples.bumped(rows[0]);
        after[samples.collection("names").position()] = List.<Object[]>of(new Object[] {"x"}, new Object[] {"y"});
        assertThat(samples.update(session, List.of("names"), new Change(rows[0], after))
                        .stale())
                .isEmpty();
        List<?> names =
                (List<?>) samples.only(session, 1)[samples.collection("names").position()];
        assertThat(names).extracting(e -> ((Object[]) e)[0]).containsExactly("x", "y");
    }

    @Test
    void documentsOfOthersAreReadWhereNothingIsLost() {
        documents()
                .insertOne(new Document("_id", 7)
                        .append("version", 1)
                        .append("decimal", 5)
                        .append("twice", 3L)
                        .append("tiny", 1.0)
                        .append("words", null)
                        .append("place", null)
                        .append("names", null));
        Object[] row = samples.only(session, 7);
        assertThat(row[samples.version.position()]).isEqualTo(1L);
        assertThat(row[samples.column("decimal").position()]).isEqualTo(new BigDecimal("5.000000"));
        assertThat(row[samples.column("twice").position()]).isEqualTo(3.0);
        assertThat(row[samples.column("tiny").position()]).isEqualTo((byte) 1);
        assertThat(row[samples.collection("names").position()]).isEqualTo(List.of());
    }

    @Test
    void aFieldOfAnotherTypeIsRefusedByName() {
        documents().insertOne(new Document("_id", 7L).append("version", 0L).append("size", "12"));
        assertThatThrownBy(() -> samples.only(session, 7))
                .isInstanceOf(EntityMappingException.class)
                .hasMessage(
                        "PL-104: Sample: the field \"size\" of a document in \"samples\", property \"size\", has the BSON type"
                                + " STRING where a number is wanted. Correct the document, or map the property as another type");
    }

    @Test
    void aDuplicateIdNamesEntityAndProperty() {
        three();
        DuplicateKeyException error =
                catchThrowableOfType(DuplicateKeyException.class, () -> samples.insert(session, samples.row(2)));
        assertThat(error)
                .hasMessage("PL-402: another 'Sample' has the same 'id' already. Choose another value, or change or"
                        + " remove that one first. If that one is soft-deleted, restore(...) brings it back, and"
                        + " purge(...) frees its id. Index: \"_id_\"");
        assertThat(error.properties()).containsExactly("id");
    }

    @Test
    void aDuplicateKeyNamesItsPropertiesAndNoValue() {
        samples.insert(session, samples.with(samples.row(1), "email", "secret@example.org"));
        DuplicateKeyException error = catchThrowableOfType(
                DuplicateKeyException.class,
                () -> samples.insert(
                        session, samples.row(2), samples.with(samples.row(3), "email", "secret@example.org")));
        assertThat(error.entity()).isEqualTo("Sample");
        assertThat(error.properties()).containsExactly("email");
        assertThat(error)
                .hasMessage("PL-402: another 'Sample' has the same 'email' already. Choose another value, or change or"
                        + " remove that one first. Index: \"uk_samples_email\"");
        assertThat(error).hasStackTraceContaining("11000");
        assertThat(org.assertj.core.util.Throwables.getStackTrace(error)).doesNotContain("secret");
    }

    @Test
    void aBatchThatFailsTellsWhatIsWritten() {
        samples.insert(session, samples.row(3));
        assertThatThrownBy(
                        () -> samples.insert(session, samples.row(1), samples.row(2), samples.row(3), samples.row(4)))
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(error -> assertThat(
                                PartialWriteException.of(error).orElseThrow().written())
                        .containsExactly("insert Sample 1", "insert Sample 2"));
        assertThat(texts()).hasSize(3);
        assertThatThrownBy(() -> samples.insert(session, samples.row(5), samples.row(6), samples.row(6)))
                .isInstanceOf(DuplicateKeyException.class);
        Change one = textChange(samples.row(1), "x");
        Change two = textChange(samples.with(samples.row(2), "email", null), "x");
        assertThat(updateTexts(one, two)).isEmpty();
    }

    @Test
    void aUniqueKeyIgnoresNullsAndDeletedRows() {
        Object[] first = samples.with(samples.with(samples.row(1), "tag", "t"), "size", 1);
        Object[] second = samples.with(samples.with(samples.row(2), "tag", "t"), "size", 2);
        samples.insert(session, first, second, samples.with(samples.row(3), "tag", "t"), samples.row(4));
        Change taken = new Change(second, samples.bumped(samples.with(second, "size", 1)));
        assertThatThrownBy(() -> samples.update(session, List.of("size"), taken))
                .isInstanceOf(DuplicateKeyException.class);

        Object[] gone = samples.bumped(samples.with(first, samples.deletedAt, Instant.EPOCH));
        samples.update(session, List.of("deletedAt"), new Change(first, gone));
        assertThat(samples.update(session, List.of("size"), taken).stale()).isEmpty();

        Change restored = new Change(gone, samples.bumped(samples.with(gone, samples.deletedAt, null)));
        assertThatThrownBy(() -> samples.update(session, List.of("deletedAt"), restored))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aUniqueDecimalIsExact() {
        BigDecimal one = new BigDecimal("12345678901234567.0000000001");
        samples.insert(session, samples.with(samples.row(1), "code", one));
        samples.insert(session, samples.with(samples.row(2), "code", one.add(new BigDecimal("0.0000000001"))));
        Object[] same = samples.with(samples.row(3), "code", one);
        assertThatThrownBy(() -> samples.insert(session, same)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void createSchemaIsRepeatable() {
        three();
        store.createSchema();
        assertThat(texts()).hasSize(3);
        store.dropSchema();
        store.dropSchema();
        assertThat(sent).allMatch(s -> s.startsWith(Kind.OTHER.name()) || s.startsWith(Kind.SELECT.name()));
    }

    private List<Object> texts() {
        return samples
                .find(session, Condition.ALWAYS, new dev.plinth.backend.SortKey(samples.id, false, false))
                .stream()
                .map(row -> row[samples.column("text").position()])
                .toList();
    }

    private static com.mongodb.client.MongoCollection<Document> documents() {
        return TestServer.IN_PROCESS.database().getCollection("samples");
    }
}
