package dev.plinth.mongo.internal.schema;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Statements of the MongoDB shell. */
final class Shell {
    private static final JsonWriterSettings SETTINGS = JsonWriterSettings.builder()
            .outputMode(JsonMode.SHELL)
            // the shell warns of a number inside, since it would be a double first
            .int64Converter((value, writer) -> writer.writeRaw("NumberLong(\"" + value + "\")"))
            .build();

    private Shell() {}

    static String createCollection(String name, BsonDocument options) {
        String rest = options.isEmpty() ? "" : ", " + text(options);
        return "db.createCollection(" + text(name) + rest + ")";
    }

    /** Creates a collection where it does not exist. */
    static String createCollectionOnce(String name, BsonDocument options) {
        return "db.getCollectionNames().includes(" + text(name) + ") || " + createCollection(name, options);
    }

    static String createIndex(String collection, Index index) {
        return collection(collection) + ".createIndex(" + text(index.fields()) + ", " + text(index.nameAndOptions())
                + ")";
    }

    static String dropIndex(String collection, String index) {
        return collection(collection) + ".dropIndex(" + text(index) + ")";
    }

    static String changeCollection(BsonDocument command) {
        return "db.runCommand(" + text(command) + ")";
    }

    /** Writes a document where there is none of that id. */
    static String upsert(String collection, BsonDocument id, BsonDocument update) {
        return collection(collection) + ".updateOne(" + text(id) + ", " + text(update) + ", "
                + text(new BsonDocument("upsert", BsonBoolean.TRUE)) + ")";
    }

    private static String collection(String name) {
        return "db.getCollection(" + text(name) + ")";
    }

    private static String text(BsonDocument document) {
        return document.toJson(SETTINGS);
    }

    // a text on its own is no JSON document
    private static String text(String value) {
        String document = text(new BsonDocument("", new BsonString(value)));
        return document.substring(document.indexOf(':') + 1, document.length() - 1)
                .strip();
    }
}
