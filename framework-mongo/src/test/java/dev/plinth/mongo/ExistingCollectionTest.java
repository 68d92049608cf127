package dev.plinth.mongo;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import dev.plinth.Plinth;
import dev.plinth.error.ModelException;
import dev.plinth.mapping.Audited;
import dev.plinth.memory.MemoryBackend;
import dev.plinth.repository.Repository;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections that other programs have made: object ids, their names of fields, and fields that the model does not know. */
class ExistingCollectionTest {
    private static final String GUESTS = "existing.Guests";

    private Plinth plinth = open();

    TestServer server() {
        return TestServer.IN_PROCESS;
    }

    private Plinth open() {
        return Plinth.builder(server().backend())
                .entities(Guest.class, Host.class, Stay.class)
                .build();
    }

    @BeforeEach
    void empty() {
        plinth.schema().drop();
    }

    @AfterEach
    void drop() {
        plinth.schema().drop();
        plinth.close();
    }

    private MongoCollection<Document> guests() {
        return server().database().getCollection(GUESTS);
    }

    private Document stored(ObjectId id) {
        return Objects.requireNonNull(guests().find(new Document("_id", id)).first());
    }

    /** As a program of another language may have written it. */
    private ObjectId legacy() {
        ObjectId id = new ObjectId();
        guests().insertOne(new Document("_id", id)
                .append("fullName", "Ada")
                .append("visits", 3)
                .append("balance", 12)
                .append("rating", 4L)
                .append("legacyFlag", true)
                .append("home", new Document("Town", "Vienna").append("zip", "1020"))
                .append("friends", List.of(new ObjectId(), new ObjectId()))
                .append(
                        "phones",
                        List.of(
                                new Document("number", "1").append("note", "mornings"),
                                new Document("number", "2").append("note", "evenings"))));
        return id;
    }

    private Guest guest(ObjectId id) {
        return plinth.readResult(uow -> uow.getById(Guest.class, id));
    }

    @Test
    void documentsOfOthersAreRead() {
        Guest ada = guest(legacy());
        assertThat(ada.name).isEqualTo("Ada");
        assertThat(ada.visits).isEqualTo(3L);
        assertThat(ada.balance).isEqualByComparingTo(new BigDecimal("12"));
        assertThat(ada.rating).isEqualTo(4.0);
        assertThat(ada.home).isEqualTo(new Home("Vienna", null));
        assertThat(ada.phones).containsExactly(new Phone("1", null), new Phone("2", null));
        assertThat(ada.friends).hasSize(2);
    }

    @Test
    void whatIsMissingIsNullOrEmpty() {
        ObjectId id = new ObjectId();
        guests().insertOne(new Document("_id", id)
                .append("visits", Decimal128.parse("7"))
                .append("balance", 1.25));
        Guest found = guest(id);
        assertThat(found.name).isNull();
        assertThat(found.home).isNull();
        assertThat(found.phones).isEmpty();
        assertThat(found.visits).isEqualTo(7L);
        assertThat(found.balance).isEqualByComparingTo("1.25");
        assertThat(found.friend).isNull();
    }

    @Test
    void anUpdateSetsWhatHasChangedAndNothingElse() {
        ObjectId id = legacy();
        plinth.transact(uow -> {
            Guest ada = uow.getById(Guest.class, id);
            ada.visits = 4L;
            ada.home = new Home("Graz", null);
            // someone else, before this one is written
            guests().updateOne(
                            new Document("_id", id),
                            new Document("$set", new Document("fullName", "Ada L.").append("more", 1)));
        });
        Document stored = stored(id);
        assertThat(stored)
                .containsEntry("visits", 4L)
                .containsEntry("fullName", "Ada L.")
                .containsEntry("legacyFlag", true)
                .containsEntry("more", 1)
                .containsEntry("balance", 12)
                .containsEntry("home", new Document("Town", "Graz").append("zip", "1020"));
        assertThat(stored.getList("phones", Document.class))
                .extracting(phone -> phone.get("note"))
                .containsExactly("mornings", "evenings");
    }

    private static final Document FIRST =
            new Document("number", "1").append("kind", "home").append("note", "mornings");
    private static final Document SECOND = new Document("number", "2").append("note", "evenings");
    private static final Document THIRD = new Document("number", "3").append("note", "nights");

    private List<Document> afterwards(Consumer<List<Phone>> change) {
        ObjectId id = new ObjectId();
        MongoCollection<Document> hosts = server().database().getCollection("existing_host");
        hosts.insertOne(new Document("_id", id).append("version", 1).append("phones", List.of(FIRST, SECOND, THIRD)));
        plinth.transact(uow -> change.accept(uow.getById(Host.class, id).phones));
        Document stored =
                Objects.requireNonNull(hosts.find(new Document("_id", id)).first());
        assertThat(stored).containsEntry("version", 2L);
        return stored.getList("phones", Document.class);
    }

    @Test
    void whatOthersHaveInElementsStays() {
        assertThat(afterwards(phones -> phones.set(1, new Phone("5", "work"))))
                .containsExactly(FIRST, new Document("number", "5").append("kind", "work"), THIRD);
        assertThat(afterwards(phones -> phones.set(0, new Phone("1", null))))
                .containsExactly(new Document("number", "1"), SECOND, THIRD);
        assertThat(afterwards(phones -> phones.add(new Phone("4", null))))
                .containsExactly(FIRST, SECOND, THIRD, new Document("number", "4"));
        assertThat(afterwards(phones -> phones.remove(1))).containsExactly(FIRST, THIRD);
        assertThat(afterwards(phones -> {
                    phones.remove(0);
                    phones.remove(1);
                }))
                .containsExactly(SECOND);
        assertThat(afterwards(List::clear)).isEmpty();
        // here it cannot be told which is which
        assertThat(afterwards(phones -> {
                    phones.remove(0);
                    phones.set(0, new Phone("5", null));
                }))
                .containsExactly(new Document("number", "5"), new Document("number", "3"));
    }

    @Test
    void anObjectIdIsMadeOnInsert() {
        Guest grace = new Guest("Grace");
        plinth.transact(uow -> {
            uow.insert(grace);
            assertThat(grace.id).isNotNull();
        });
        ObjectId id = Objects.requireNonNull(grace.id);
        assertThat(stored(id)).containsEntry("_id", id).containsEntry("fullName", "Grace");
        assertThat(guest(id).name).isEqualTo("Grace");
        ObjectId given = new ObjectId();
        Guest own = new Guest("Own");
        own.id = given;
        plinth.transact(uow -> uow.insert(own));
        assertThat(guest(given).name).isEqualTo("Own");
    }

    @Test
    void objectIdsAreComparedAndOrderedAsTheDatabaseDoes() {
        ObjectId first = new ObjectId("000000000000000000000001");
        ObjectId second = new ObjectId("7fffffff0000000000000000");
        ObjectId third = new ObjectId("ffffffffffffffffffffffff");
        for (ObjectId id : List.of(second, third, first)) {
            guests().insertOne(new Document("_id", id)
                    .append("visits", 1)
                    .append("friend", id)
                    .append("friends", List.of(first, id)));
        }
        plinth.read(uow -> {
            assertThat(uow.find(Selection.of(Guest.class).orderBy(Order.by(Sort.desc("friend")))))
                    .extracting(each -> each.id)
                    .containsExactly(third, second, first);
            assertThat(uow.find(Selection.of(Guest.class)
                            .where(where(Guest::getFriend).is(second))))
                    .extracting(each -> each.id)
                    .containsExactly(second);
            assertThat(uow.find(
                            Selection.of(Guest.class).where(where(Guest::getId).in(first, third))))
                    .extracting(each -> each.id)
                    .containsExactlyInAnyOrder(first, third);
            assertThat(uow.find(Selection.of(Guest.class)
                            .where(where(Guest::getFriend).greaterThan(first))))
                    .extracting(each -> each.id)
                    .containsExactlyInAnyOrder(second, third);
            assertThat(uow.find(Selection.of(Guest.class)
                            .where(where(Guest::getFriends).contains(third))))
                    .extracting(each -> each.id)
                    .containsExactly(third);
        });
    }

    @Test
    void repositoriesAndTheAuditTrailKnowObjectIds() {
        Stay stay = plinth.repository(Stays.class).insert(new Stay(new ObjectId(), 3));
        ObjectId id = Objects.requireNonNull(stay.id());
        Stay longer = plinth.repository(Stays.class).update(new Stay(id, stay.guest(), 4, stay.version()));
        assertThat(plinth.repository(Stays.class).findById(id)).contains(longer);
        assertThat(plinth.audit().history(Stay.class, id)).hasSize(2);
        plinth.repository(Stays.class).deleteById(id);
        assertThat(plinth.repository(Stays.class).findById(id)).isEmpty();
    }

    @Test
    void theSchemaKnowsObjectIds() {
        plinth.schema().create();
        assertThat(plinth.schema().validate()).isEmpty();
        plinth.transact(uow -> uow.insert(new Guest("Ada")));
        Guest twin = new Guest("Eve");
        twin.friend = new ObjectId();
        plinth.transact(uow -> uow.insert(twin));
        assertThatThrownBy(() -> plinth.transact(uow -> {
                    Guest other = new Guest("Eva");
                    other.friend = twin.friend;
                    uow.insert(other);
                }))
                .isInstanceOf(dev.plinth.error.DuplicateKeyException.class);
    }

    @Test
    void otherDatabasesRefuseObjectIdsByName() {
        assertThatThrownBy(() -> Plinth.builder(MemoryBackend.create())
                        .entities(Guest.class)
                        .build())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("org.bson.types.ObjectId")
                .hasMessageContaining("MongoDB alone holds it, as its own kind of id. Use a UUID, or an"
                        + " AttributeConverter to String");
    }

    @Test
    void anObjectIdIsNotMadeInAnotherWay() {
        assertThatThrownBy(() -> Plinth.builder(server().backend())
                        .entities(Numbered.class)
                        .build())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(
                        "an id of type org.bson.types.ObjectId is made by the database's driver. Leave the"
                                + " strategy and the sequence away");
    }

    /** A document of others. */
    @Entity
    @Table(name = GUESTS)
    static class Guest {
        @Id
        @GeneratedValue
        @Nullable
        ObjectId id;

        @Column(name = "fullName")
        @Nullable
        String name;

        long visits;

        @Column(precision = 12, scale = 2)
        @Nullable
        BigDecimal balance;

        @Nullable
        Double rating;

        @Embedded
        @Nullable
        Home home;

        @ElementCollection
        List<Phone> phones = new ArrayList<>();

        @ElementCollection
        List<ObjectId> friends = new ArrayList<>();

        @Column(unique = true)
        @Nullable
        ObjectId friend;

        Guest() {}

        Guest(String name) {
            this.name = name;
        }

        @Nullable
        ObjectId getId() {
            return id;
        }

        @Nullable
        ObjectId getFriend() {
            return friend;
        }

        List<ObjectId> getFriends() {
            return friends;
        }
    }

    /** A document of others with a version. */
    @Entity
    @Table(name = "existing_host")
    static class Host {
        @Id
        @Nullable
        ObjectId id;

        @Version
        long version;

        @ElementCollection
        List<Phone> phones = new ArrayList<>();
    }

    /** A sub-document of others. */
    @Embeddable
    record Home(
            @Column(name = "Town") @Nullable String town,
            @Nullable String street) {}

    /** An element of others. */
    @Embeddable
    record Phone(@Nullable String number, @Nullable String kind) {}

    /** An entity of this application beside them. */
    @Entity
    @Audited
    record Stay(
            @Id @GeneratedValue @Nullable ObjectId id,
            ObjectId guest,
            int nights,
            @Version long version) {
        Stay(ObjectId guest, int nights) {
            this(null, guest, nights, 0);
        }
    }

    /** The stays. */
    interface Stays extends Repository<Stay, ObjectId> {}

    /** An id that cannot be made. */
    @Entity
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        @Nullable
        ObjectId id;
    }
}
