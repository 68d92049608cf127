package dev.plinth.docs;

import static dev.plinth.docs.Docs.shows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.plinth.Plinth;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.PartialWriteException;
import dev.plinth.mongo.MongoBackend;
import dev.plinth.schema.SchemaDifference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class MongoGuideTest {
    /** An immutable entity. */
    @Entity
    record Currency(@Id String code, String name, @Version long version) {}

    @Test
    void opens() {
        MongoServer server = new MongoServer(new MemoryBackend());
        String uri = server.bindAndGetConnectionString() + "/shop";
        try (MongoClient client = MongoClients.create(uri)) {
            assertThat(client.getClusterDescription()).isNotNull();
            MongoBackend[] backends = {
                // docs:mongo-open
                MongoBackend.uri("mongodb://localhost:27017/shop"), // a client of Plinth's own, closed with it
                MongoBackend.on(client, "shop"), // the application's client, left open
                MongoBackend.uri("mongodb://localhost:27017/shop").allowPerDocumentAtomicity() // a standalone server
                // end
            };
            assertThat(backends).hasSize(3);
            // docs:mongo-customize
            MongoBackend backend = MongoBackend.uri(uri)
                    .allowPerDocumentAtomicity()
                    .customize(settings -> settings.applyToConnectionPoolSettings(pool -> pool.maxSize(20)));
            // end
            try (Plinth plinth =
                    Plinth.builder(backend).entities(Currency.class).build()) {
                // docs:mongo-validate
                for (SchemaDifference difference : plinth.schema().validate()) {
                    System.out.println(difference.severity() + ": " + difference.message());
                    difference.statements().forEach(System.out::println);
                }
                // end
                plinth.schema().create();
                fails(plinth);
            }
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void readsWhatIsThere() {
        MongoServer server = new MongoServer(new MemoryBackend());
        String uri = server.bindAndGetConnectionString() + "/shop";
        try (MongoClient client = MongoClients.create(uri);
                Plinth plinth = Plinth.builder(MongoBackend.on(client, "shop").allowPerDocumentAtomicity())
                        .entities(Guest.class)
                        .build()) {
            ObjectId id = new ObjectId();
            client.getDatabase("shop")
                    .getCollection("Guests")
                    .insertOne(new Document("_id", id).append("fullName", "Ada").append("city", "Vienna"));
            plinth.transact(uow -> uow.getById(Guest.class, id).visit());
            assertThat(client.getDatabase("shop").getCollection("Guests").find().first())
                    .containsEntry("visits", 1L)
                    .containsEntry("city", "Vienna");
            Guest ada = plinth.readResult(uow -> uow.getById(Guest.class, id));
            assertThat(ada).hasToString("Ada (" + id + ")");
        } finally {
            server.shutdownNow();
        }
    }

    private static void fails(Plinth plinth) {
        Throwable error = catchThrowable(() -> plinth.transact(uow -> {
            uow.insert(new Currency("EUR", "Euro", 0));
            uow.flush();
            throw new IllegalStateException("the payment was refused");
        }));
        shows(ErrorCode.PARTIAL_WRITE, PartialWriteException.of(error).orElseThrow());
        plinth.read(uow -> assertThat(uow.findById(Currency.class, "EUR")).isPresent());
    }

    @Test
    void isNotThere() {
        shows(
                ErrorCode.CONNECTION,
                () -> Plinth.builder(MongoBackend.uri("mongodb://localhost:1/shop"))
                        .entities(Currency.class)
                        .build());
    }
}
