package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.plinth.backend.Store;
import dev.plinth.contract.StoreSubDocumentTests;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Rows in an array of their owner's document. */
class SubDocumentTest extends StoreSubDocumentTests {
    /** The server. */
    TestServer server() {
        return TestServer.IN_PROCESS;
    }

    @Override
    protected Store connect() {
        return server().backend().connect((kind, rows, batched) -> {});
    }

    @Test
    void theRowsAreInTheOwnersDocument() {
        MongoDatabase database = server().database();
        Document first =
                database.getCollection("basket").find(new Document("_id", 2L)).first();
        assertThat(first)
                .isEqualTo(new Document("_id", 2L)
                        .append("version", 0L)
                        .append("name", "blue")
                        .append(
                                "lines",
                                List.of(
                                        line(20L)
                                                .append("label", "c")
                                                .append("count", 4)
                                                .append("tags", List.of())
                                                .append("parts", List.of()),
                                        line(21L).append("tags", List.of()).append("parts", List.of()))));
        assertThat(database.listCollectionNames()).contains("basket").doesNotContain("basket_line", "coupon");
        assertThat(store().schemaScript())
                .contains("db.getCollection(\"basket\").createIndex({\"lines.label\": 1}")
                .doesNotContain("basket_line");
    }

    private static Document line(long id) {
        return new Document("_id", id).append("version", 0L);
    }
}
