package dev.plinth.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** As much of the MongoDB shell as Plinth's statements speak. */
final class Mongosh {
    private static final Pattern UNLESS_THERE =
            Pattern.compile("db\\.getCollectionNames\\(\\)\\.includes\\((\"(?:[^\"\\\\]|\\\\.)*\")\\) \\|\\| (.*)");
    private static final Pattern OF_DATABASE = Pattern.compile("db\\.(createCollection|runCommand)\\((.*)\\)");
    private static final Pattern OF_COLLECTION = Pattern.compile(
            "db\\.getCollection\\((\"(?:[^\"\\\\]|\\\\.)*\")\\)\\.(createIndex|dropIndex|updateOne)\\((.*)\\)");

    private final MongoDatabase database;

    Mongosh(MongoDatabase database) {
        this.database = database;
    }

    /** Runs a script: statements that end with a semicolon, one per line. */
    void runScript(String script) {
        for (String line : script.split("\n", -1)) {
            if (!line.isEmpty()) {
                run(line.substring(0, line.length() - 1));
            }
        }
    }

    /** Runs one statement. */
    void run(String statement) {
        Matcher unless = UNLESS_THERE.matcher(statement);
        if (unless.matches()) {
            String name = text(unless.group(1));
            if (!database.listCollectionNames().into(new ArrayList<>()).contains(name)) {
                run(unless.group(2));
            }
            return;
        }
        Matcher ofDatabase = OF_DATABASE.matcher(statement);
        Matcher ofCollection = OF_COLLECTION.matcher(statement);
        if (ofDatabase.matches()) {
            ofDatabase(ofDatabase.group(1), arguments(ofDatabase.group(2)));
        } else if (ofCollection.matches()) {
            ofCollection(text(ofCollection.group(1)), ofCollection.group(2), arguments(ofCollection.group(3)));
        } else {
            throw new IllegalArgumentException(statement);
        }
    }

    private void ofDatabase(String call, BsonArray arguments) {
        if (call.equals("runCommand")) {
            database.runCommand(arguments.get(0).asDocument());
            return;
        }
        BsonDocument command = new BsonDocument("create", arguments.get(0));
        if (arguments.size() > 1) {
            command.putAll(arguments.get(1).asDocument());
        }
        database.runCommand(command);
    }

    private void ofCollection(String name, String call, BsonArray arguments) {
        switch (call) {
            case "createIndex" -> {
                BsonDocument index = new BsonDocument("key", arguments.get(0));
                index.putAll(arguments.get(1).asDocument());
                database.runCommand(new BsonDocument("createIndexes", new BsonString(name))
                        .append("indexes", new BsonArray(List.of(index))));
            }
            case "dropIndex" ->
                database.getCollection(name)
                        .dropIndex(arguments.get(0).asString().getValue());
            default ->
                database.getCollection(name)
                        .updateOne(
                                arguments.get(0).asDocument(),
                                arguments.get(1).asDocument(),
                                new UpdateOptions()
                                        .upsert(arguments
                                                .get(2)
                                                .asDocument()
                                                .getBoolean("upsert", BsonBoolean.FALSE)
                                                .getValue()));
        }
    }

    private static String text(String literal) {
        return arguments(literal).get(0).asString().getValue();
    }

    private static BsonArray arguments(String literals) {
        return BsonDocument.parse("{arguments: [" + literals + "]}").getArray("arguments");
    }
}
