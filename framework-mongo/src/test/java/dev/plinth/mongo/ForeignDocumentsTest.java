package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import dev.plinth.Plinth;
import dev.plinth.error.EntityMappingException;
import dev.plinth.specification.Selection;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs have in documents stays where it belongs, and what cannot be read is not taken for nothing. */
class ForeignDocumentsTest {
    private static final String BASKETS = "foreign.Baskets";

    private final Plinth plinth =
            Plinth.builder(server().backend()).entities(Basket.class).build();

    TestServer server() {
        return TestServer.IN_PROCESS;
    }

    @BeforeEach
    @AfterEach
    void empty() {
        baskets().drop();
    }

    @AfterEach
    void close() {
        plinth.close();
    }

    private MongoCollection<Document> baskets() {
        return server().database().getCollection(BASKETS);
    }

    private ObjectId stored(String json) {
        ObjectId id = new ObjectId();
        baskets().insertOne(Document.parse(json).append("_id", id).append("version", 1L));
        return id;
    }

    private List<String> after(String items, Consumer<Basket> change) {
        return after("items", items, change);
    }

    /** Elements before and after a change, written as sku, quantity and the note that others have put there. */
    private List<String> after(String field, String elements, Consumer<Basket> change) {
        List<Document> documents = new ArrayList<>();
        for (String element : elements.split(" ", -1)) {
            documents.add(new Document("sku", element.substring(0, 1))
                    .append("qty", (int) element.charAt(0))
                    .append("note", element));
        }
        ObjectId id = stored(new Document(field, documents).toJson());
        plinth.transact(uow -> change.accept(uow.getById(Basket.class, id)));
        return Objects.requireNonNull(baskets().find(new Document("_id", id)).first())
                .getList(field, Document.class)
                .stream()
                .map(item -> item.getString("sku") + item.get("qty") + "/" + item.get("note"))
                .toList();
    }

    private static Item item(String sku) {
        return new Item(sku, sku.charAt(0));
    }

    @Test
    void anElementAtItsPlaceKeepsWhatOthersHaveInIt() {
        assertThat(after("a b c", b -> b.items.add(item("z")))).containsExactly("a97/a", "b98/b", "c99/c", "z122/null");
        assertThat(after("a b c", b -> b.items.get(1).qty = 7)).containsExactly("a97/a", "b7/null", "c99/c");
        assertThat(after("a b c", b -> b.items.set(0, item("z")))).containsExactly("z122/null", "b98/b", "c99/c");
        assertThat(after("a b c", b -> b.items.add(1, item("z"))))
                .containsExactly("a97/a", "z122/null", "b98/null", "c99/null");
        assertThat(after("a b c", b -> b.items = new ArrayList<>(List.of(item("a"), item("b"), item("c")))))
                .containsExactly("a97/a", "b98/b", "c99/c");
        assertThat(after("a b c", b -> b.items.remove(0))).containsExactly("b98/b", "c99/c");
    }

    @Test
    void noElementTakesOverWhatOthersHaveInAnother() {
        assertThat(after("a b c", b -> Collections.reverse(b.items))).containsExactly("c99/null", "b98/b", "a97/null");
        assertThat(after("a b c", b -> Collections.swap(b.items, 0, 1)))
                .containsExactly("b98/null", "a97/null", "c99/c");
        assertThat(after(
                        "a b",
                        b -> b.items.sort(
                                Comparator.comparing((Item i) -> i.qty).reversed())))
                .containsExactly("b98/null", "a97/null");
        assertThat(after("a b c", b -> b.items.add(0, item("z"))))
                .containsExactly("z122/null", "a97/null", "b98/null", "c99/null");
        assertThat(after("a b c", b -> {
                    b.items.remove(0);
                    b.items.add(item("z"));
                }))
                .containsExactly("b98/null", "c99/null", "z122/null");
    }

    @Test
    void ofElementsThatAreAlikeNoneIsTakenForAnother() {
        assertThat(after("a1 a2 b", b -> {
                    b.items.remove(0);
                    b.items.add(item("z"));
                }))
                .containsExactly("a97/null", "b98/null", "z122/null");
        assertThat(after("a1 a2 b", b -> b.items.remove(0))).containsExactly("a97/null", "b98/null");
        assertThat(after("a1 a2 b", b -> b.items.remove(2))).containsExactly("a97/a1", "a97/a2");
        assertThat(after("a1 a2", b -> b.items.add(item("z")))).containsExactly("a97/a1", "a97/a2", "z122/null");
    }

    @Test
    void theElementsOfASetAreKnownAgainByTheirValues() {
        assertThat(after("kinds", "a b", b -> b.kinds.add(new Kind("z", 1))))
                .containsExactlyInAnyOrder("a97/a", "b98/b", "z1/null");
        assertThat(after("kinds", "a b c", b -> b.kinds.remove(new Kind("b", 'b'))))
                .containsExactlyInAnyOrder("a97/a", "c99/c");
        assertThat(after("kinds", "a b", b -> {
                    b.kinds.remove(new Kind("a", 'a'));
                    b.kinds.add(new Kind("z", 1));
                }))
                .containsExactlyInAnyOrder("b98/null", "z1/null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{items: {sku: 'x', qty: 1}} | items | items | has the BSON type DOCUMENT where ARRAY is wanted",
                "{items: 'text'} | items | items | has the BSON type STRING where ARRAY is wanted",
                "{items: ['x', 'y']} | items | items | has an element of the BSON type STRING where DOCUMENT is wanted",
                "{items: [{sku: 5}]} | items.sku | items.sku | has the BSON type INT32 where STRING is wanted",
                "{tags: 'solo'} | tags | tags | has the BSON type STRING where ARRAY is wanted",
                "{tags: [1, 2]} | tags | tags | has the BSON type INT32 where STRING is wanted",
                "{home: 'Street 1'} | home | home | has the BSON type STRING where DOCUMENT is wanted",
                "{home: ['a']} | home | home | has the BSON type ARRAY where DOCUMENT is wanted",
                "{home: {geo: 4}} | home.geo | home.geo | has the BSON type INT32 where DOCUMENT is wanted"
            })
    void anotherShapeIsNotTakenForNothing(String json, String field, String property, String why) {
        ObjectId id = stored(json.replace('\'', '"'));
        assertThatThrownBy(() -> plinth.transact(
                        uow -> uow.getById(Basket.class, id).items.clear()))
                .isInstanceOf(EntityMappingException.class)
                .hasMessage("PL-104: Basket: the field \"" + field + "\" of a document in \"" + BASKETS
                        + "\", property \"" + property + "\", " + why
                        + ". Correct the document, or map the property as another type");
    }

    @Test
    void anElementWithoutAValueThatItMustHaveIsNamed() {
        ObjectId id = stored("{items: [{sku: 'q'}]}");
        assertThatThrownBy(() -> plinth.read(uow -> uow.getById(Basket.class, id)))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageStartingWith("PL-104: a row of 'Basket' has null in an element's items.qty (property"
                        + " 'items.qty', a int)");
    }

    @Test
    void nullsAreNothing() {
        ObjectId id = stored("{items: null, tags: null, home: null}");
        Basket found = plinth.readResult(uow -> uow.getById(Basket.class, id));
        assertThat(found.items).isEmpty();
        assertThat(found.tags).isEmpty();
        assertThat(found.home).isNull();
    }

    @Test
    void anIdOfAnotherTypeIsNamedWithItsCollection() {
        stored("{}");
        baskets().insertOne(new Document("_id", "text").append("version", 1L));
        plinth.read(uow -> assertThat(uow.count(Selection.of(Basket.class))).isEqualTo(2));
        assertThatThrownBy(() -> plinth.read(uow -> uow.find(Selection.of(Basket.class))))
                .isInstanceOf(EntityMappingException.class)
                .hasMessage("PL-104: Basket: the field \"_id\" of a document in \"" + BASKETS + "\", property \"id\","
                        + " has the BSON type STRING where OBJECT_ID is wanted. Correct the document, or map the"
                        + " property as another type");
    }

    /** A document of others. */
    @Entity
    @Table(name = BASKETS)
    static class Basket {
        @Id
        @Nullable
        ObjectId id;

        @Version
        long version;

        @ElementCollection
        List<Item> items = new ArrayList<>();

        @ElementCollection
        Set<Kind> kinds = new LinkedHashSet<>();

        @ElementCollection
        Set<String> tags = new LinkedHashSet<>();

        @Embedded
        @Nullable
        Home home;
    }

    /** An element. */
    @Embeddable
    static class Item {
        @Nullable
        String sku;

        int qty;

        Item() {}

        Item(String sku, int qty) {
            this.sku = sku;
            this.qty = qty;
        }
    }

    /** An element of a set. */
    @Embeddable
    record Kind(@Nullable String sku, int qty) {}

    /** A sub-document. */
    @Embeddable
    record Home(@Nullable String street, @Embedded @Nullable Geo geo) {}

    /** A sub-document in another. */
    @Embeddable
    record Geo(@Nullable Double x, @Nullable Double y) {}
}
