package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import dev.plinth.Plinth;
import dev.plinth.error.CheckViolationException;
import dev.plinth.error.ConstraintViolationException;
import dev.plinth.mapping.SoftDelete;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Collections, indexes and validators: how they are made, described and compared. */
class SchemaTest {
    private static final String ITEMS = "schema_item";

    /** Something of everything that a schema has. */
    @Entity
    @SoftDelete
    @Table(name = ITEMS, indexes = @Index(name = "by_status", columnList = "status, made_at desc"))
    static final class Item {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        long id;

        @Version
        long version;

        @Column(length = 5, nullable = false)
        String name;

        @Column(unique = true)
        @Nullable
        String code;

        @Enumerated(EnumType.STRING)
        @Nullable
        Status status;

        @Column(precision = 5, scale = 2)
        @Nullable
        BigDecimal price;

        short count;

        @Column(name = "made_at", unique = true)
        @Nullable
        Instant madeAt;

        @Embedded
        @Nullable
        Place place;

        @ElementCollection
        List<Place> places = new ArrayList<>();

        @ElementCollection
        List<String> tags = new ArrayList<>();

        Item() {
            this("");
        }

        Item(String name) {
            this.name = name;
        }
    }

    /** Part of an item. */
    @Embeddable
    record Place(@Column(length = 10) @Nullable String shelf) {}

    /** The state of an item. */
    enum Status {
        NEW,
        SOLD
    }

    private Plinth plinth = open();
    private final Mongosh shell = new Mongosh(database());

    TestServer server() {
        return TestServer.IN_PROCESS;
    }

    private Plinth open() {
        return Plinth.builder(server().backend()).entities(Item.class).build();
    }

    @BeforeEach
    void dropOthers() {
        plinth.schema().drop();
    }

    @AfterEach
    void drop() {
        plinth.schema().drop();
        plinth.close();
    }

    private MongoDatabase database() {
        return server().database();
    }

    private MongoCollection<Document> items() {
        return database().getCollection(ITEMS);
    }

    private List<SchemaDifference> differences() {
        return plinth.schema().validate();
    }

    private void mend() {
        differences().forEach(difference -> difference.statements().forEach(shell::run));
        assertThat(differences()).isEmpty();
    }

    private void requiresValidators() {
        assumeTrue(server() == TestServer.GIVEN, "mongo-java-server has no validators");
    }

    private void requiresPartialIndexes() {
        assumeTrue(server() == TestServer.GIVEN, "mongo-java-server has no partial indexes");
    }

    private List<String> indexNames() {
        return items().listIndexes().map(index -> index.getString("name")).into(new ArrayList<>());
    }

    @Test
    void whatIsCreatedDoesNotDiffer() {
        plinth.schema().create();
        assertThat(differences()).isEmpty();
        List<String> names = indexNames();
        plinth.schema().create();
        assertThat(indexNames()).isEqualTo(names);
    }

    @Test
    void theScriptMakesTheSameAndCanBeRunTwice() {
        String script = plinth.schema().script();
        shell.runScript(script);
        assertThat(differences()).isEmpty();
        shell.runScript(script);
        assertThat(differences()).isEmpty();
        plinth.transact(uow -> uow.insert(new Item("a")));
        assertThat(script).contains("\"schema_item_seq\"", "\"by_status\"", "{\"status\": 1, \"made_at\": -1}");
    }

    @Test
    void aMissingCollectionAndCounterAreTwoDifferences() {
        assertThat(differences())
                .extracting(SchemaDifference::kind, SchemaDifference::severity, SchemaDifference::entity)
                .containsExactly(
                        tuple(Kind.TABLE_MISSING, Severity.ERROR, "Item"),
                        tuple(Kind.SEQUENCE, Severity.ERROR, "Item"));
        assertThat(differences().get(0).message())
                .isEqualTo(
                        "the collection \"schema_item\" does not exist. MongoDB would make it with the first document,"
                                + " but without its indexes and its validator");
        mend();
    }

    @Test
    void missingAndOtherIndexesAreFoundAtOnce() {
        plinth.schema().create();
        String code = indexOn("code");
        items().dropIndex(code);
        items().dropIndex("by_status");
        items().createIndex(new Document("status", 1), new IndexOptions().name("by_status"));
        assertThat(differences())
                .extracting(SchemaDifference::kind, SchemaDifference::severity, SchemaDifference::property)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNIQUE_KEY, Severity.ERROR, "code"), tuple(Kind.INDEX, Severity.WARNING, null));
        assertThat(differences())
                .extracting(SchemaDifference::message)
                .contains("the collection \"schema_item\" has an index \"by_status\" that is another one"
                        + " ([status]) than the model's index on [status, made_at descending]");
        // what exists is left as it is
        plinth.schema().create();
        assertThat(differences()).extracting(SchemaDifference::kind).containsExactly(Kind.INDEX);
        mend();
    }

    @Test
    void whatMakesAnIndexAnotherOneIsSaid() {
        plinth.schema().create();
        items().dropIndex("by_status");
        items().createIndex(
                        new Document("status", 1).append("made_at", -1),
                        new IndexOptions().name("by_status").partialFilterExpression(new Document("status", "NEW")));
        assertThat(differences())
                .extracting(SchemaDifference::message)
                .containsExactly("the collection \"schema_item\" has an index \"by_status\" that is another one"
                        + " ([status, made_at descending], partial) than the model's index on [status, made_at"
                        + " descending]");
        mend();
    }

    private String indexOn(String field) {
        return items().listIndexes().into(new ArrayList<>()).stream()
                .filter(index ->
                        index.get("key", Document.class).keySet().stream().anyMatch(name -> name.endsWith(field)))
                .map(index -> index.getString("name"))
                .findFirst()
                .orElseGet(() -> indexNames().stream()
                        .filter(name -> name.contains(field))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void anIndexOfAnotherNameWillDo() {
        plinth.schema().create();
        items().dropIndex("by_status");
        items().createIndex(new Document("status", 1).append("made_at", -1), new IndexOptions().name("mine"));
        assertThat(differences()).isEmpty();
        plinth.schema().create();
        assertThat(indexNames()).doesNotContain("by_status");
    }

    @Test
    void aUniqueIndexThatRefusesMoreThanTheModelIsInTheWay() {
        requiresPartialIndexes();
        plinth.schema().create();
        items().createIndex(
                        new Document("code", 1),
                        new IndexOptions().name("legacy").unique(true));
        assertThat(differences())
                .extracting(SchemaDifference::kind, SchemaDifference::message)
                .containsExactly(tuple(
                        Kind.UNIQUE_KEY,
                        "the collection \"schema_item\" has the unique index \"legacy\", which refuses what the model"
                                + " allows: a value that only soft-deleted documents have, or more than one document"
                                + " without a value"));
        mend();
        assertThat(indexNames()).doesNotContain("legacy");
    }

    private static Stream<Document> refused() {
        return Stream.of(
                item().append("name", null),
                item().append("name", 5),
                item().append("name", "longer"),
                item().append("status", "LOST"),
                item().append("price", "1.00"),
                item().append("count", 32_768),
                item().append("count", 1.5),
                item().append("made_at", "2026-01-01"),
                item().append("place", "here"),
                item().append("place", new Document("shelf", "longer than ten")),
                item().append("places", List.of(new Document("shelf", 1))),
                item().append("tags", List.of(1)),
                new Document("_id", 1L).append("version", 1L).append("count", 1));
    }

    private static Document item() {
        return new Document("_id", 1L)
                .append("version", 1)
                .append("name", "😀😀a")
                .append("count", 1L);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theValidatorRefusesWhatTheModelDoes(Document document) {
        requiresValidators();
        plinth.schema().create();
        Throwable error = catchThrowable(() -> items().insertOne(document));
        assertThat(error).isInstanceOf(MongoWriteException.class);
        assertThat(((MongoWriteException) error).getCode()).isEqualTo(121);
    }

    @Test
    void theValidatorAllowsWhatTheModelReads() {
        requiresValidators();
        plinth.schema().create();
        items().insertOne(item().append("other", "field")
                .append("status", null)
                .append("price", 5)
                .append("place", null)
                .append("places", null)
                .append("tags", List.of("a")));
        Item found = plinth.readResult(uow -> uow.getById(Item.class, 1L));
        assertThat(found.name).isEqualTo("😀😀a");
        assertThat(found.price).isEqualByComparingTo("5");
        assertThat(found.place).isNull();
        assertThat(found.places).isEmpty();
    }

    @Test
    void aMissingValidatorIsSetAndOneThatIsOffIsSwitchedOn() {
        requiresValidators();
        database().createCollection(ITEMS);
        plinth.schema().create();
        assertThat(differences())
                .extracting(SchemaDifference::kind, SchemaDifference::severity)
                .containsExactly(tuple(Kind.CHECK, Severity.WARNING));
        mend();
        database().runCommand(new Document("collMod", ITEMS).append("validationLevel", "off"));
        assertThat(differences())
                .extracting(SchemaDifference::message)
                .containsExactly("the collection \"schema_item\" has a validator that is switched off or only warns");
        mend();
    }

    @Test
    void rulesOfOthersAreKept() {
        requiresValidators();
        Document theirs = new Document("name", new Document("$ne", "x"));
        database().runCommand(new Document("create", ITEMS).append("validator", theirs));
        plinth.schema().create();
        mend();
        assertThatThrownBy(() -> items().insertOne(item().append("name", "x"))).isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> items().insertOne(item().append("name", 5))).isInstanceOf(MongoWriteException.class);
        items().insertOne(item());
        // the model's rules of another day are replaced
        Document options = database()
                .listCollections()
                .filter(new Document("name", ITEMS))
                .first()
                .get("options", Document.class);
        Document validator = options.get("validator", Document.class);
        Document ours = validator.getList("$and", Document.class).get(1).get("$jsonSchema", Document.class);
        ours.get("properties", Document.class).remove("name");
        database().runCommand(new Document("collMod", ITEMS).append("validator", validator));
        assertThat(differences())
                .extracting(SchemaDifference::message)
                .containsExactly(
                        "the collection \"schema_item\" has a validator without the rules of the model as it is now");
        mend();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aRuleOfOthersThatAWriteBreaksIsTold() {
        requiresValidators();
        Document name = new Document("bsonType", "string").append("enum", List.of("pen", "ink"));
        Document rules = new Document("required", List.of("code")).append("properties", new Document("name", name));
        database().runCommand(new Document("create", ITEMS).append("validator", new Document("$jsonSchema", rules)));
        Item unknown = new Item("nib");
        unknown.code = "n";
        assertThat(catchThrowable(() -> plinth.transact(uow -> uow.insert(unknown))))
                .isInstanceOf(CheckViolationException.class)
                .hasMessageNotContaining("nib");
        assertThat(catchThrowable(() -> plinth.transact(uow -> uow.insert(new Item("pen")))))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(items().countDocuments()).isZero();
    }

    @Test
    void documentsFromBeforeARuleCanStillBeWritten() {
        requiresValidators();
        items().insertOne(item().append("price", 1.5));
        plinth.schema().create();
        mend();
        plinth.transact(uow -> uow.getById(Item.class, 1L).count = 2);
        assertThat(items().find().first()).containsEntry("count", 2).containsEntry("price", 1.5);
    }

    @Test
    void aCollationIsADifferenceThatNothingMends() {
        requiresValidators();
        database()
                .runCommand(new Document("create", ITEMS)
                        .append("collation", new Document("locale", "en").append("strength", 2)));
        assertThat(differences())
                .filteredOn(each -> each.kind() == Kind.COLUMN_COLLATION)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.severity()).isEqualTo(Severity.ERROR);
                    assertThat(each.statements()).isEmpty();
                });
    }
}
