package dev.plinth.mongo.internal.schema;

import com.mongodb.client.MongoDatabase;
import dev.plinth.backend.StatementListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** What the server tells about the collections of a database. Reads no documents. */
final class Catalog {
    private final MongoDatabase database;
    private final StatementListener listener;
    private final Map<String, BsonDocument> collections = new HashMap<>();

    private Catalog(MongoDatabase database, StatementListener listener) {
        this.database = database;
        this.listener = listener;
    }

    static Catalog read(MongoDatabase database, StatementListener listener) {
        Catalog catalog = new Catalog(database, listener);
        database.listCollections(BsonDocument.class)
                .forEach(each -> catalog.collections.put(each.getString("name").getValue(), each));
        catalog.sent();
        return catalog;
    }

    boolean has(String collection) {
        return collections.containsKey(collection);
    }

    /** Whether it is a collection of documents, and not a view or a time series. */
    boolean isPlain(String collection) {
        return present(collection)
                .getString("type", new BsonString("collection"))
                .getValue()
                .equals("collection");
    }

    /** The collection's options. */
    BsonDocument options(String collection) {
        return present(collection).getDocument("options", new BsonDocument());
    }

    /** The collection's validator, or null where it has none or does not refuse anything by it. */
    @Nullable
    BsonDocument activeValidator(String collection) {
        BsonDocument options = options(collection);
        boolean off = options.getString("validationLevel", new BsonString("strict"))
                        .getValue()
                        .equals("off")
                || !options.getString("validationAction", new BsonString(Validator.ACTION))
                        .getValue()
                        .equals(Validator.ACTION);
        return off ? null : validator(collection);
    }

    /** The collection's validator, or null. */
    @Nullable
    BsonDocument validator(String collection) {
        return options(collection).containsKey("validator")
                ? options(collection).getDocument("validator")
                : null;
    }

    /** The collection's own order of texts, or null. */
    @Nullable
    BsonDocument collation(String collection) {
        return options(collection).containsKey("collation")
                ? options(collection).getDocument("collation")
                : null;
    }

    /** The collection's indexes. */
    List<BsonDocument> indexes(String collection) {
        List<BsonDocument> indexes = database.getCollection(collection)
                .listIndexes(BsonDocument.class)
                .into(new ArrayList<>());
        sent();
        return indexes;
    }

    private BsonDocument present(String collection) {
        BsonDocument found = collections.get(collection);
        if (found == null) {
            throw new IllegalArgumentException("no collection of that name: " + collection);
        }
        return found;
    }

    private void sent() {
        listener.sent(StatementListener.Kind.OTHER, 0, false);
    }
}
