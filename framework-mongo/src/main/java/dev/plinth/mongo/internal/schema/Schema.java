package dev.plinth.mongo.internal.schema;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import dev.plinth.backend.StatementListener;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Creates, describes, compares and drops the collections of entities, with their indexes and validators. */
public final class Schema {
    private static final int NAMESPACE_EXISTS = 48;

    private final MongoDatabase database;
    private final Engine engine;
    private final StatementListener listener;
    private final Errors errors;

    /**
     * Creates the access to the schema.
     *
     * @param database the database
     * @param engine what the server can do
     * @param listener is told of every round trip
     * @param errors names errors
     */
    public Schema(MongoDatabase database, Engine engine, StatementListener listener, Errors errors) {
        this.database = database;
        this.engine = engine;
        this.listener = listener;
        this.errors = errors;
    }

    /**
     * Creates what entities need and do not have yet. A collection that exists keeps its validator, and an index its
     * definition.
     */
    public void create(List<EntityDocument> documents) {
        Catalog catalog = catalog();
        for (EntityDocument document : documents) {
            errors.<Object>in(document.entity(), () -> {
                create(document, catalog);
                return document;
            });
        }
    }

    private void create(EntityDocument document, Catalog catalog) {
        String name = name(document);
        List<Index> indexes = Index.of(document, engine);
        if (!catalog.has(name)) {
            createCollection(name, options(document));
        } else if (!catalog.isPlain(name)) {
            return;
        } else {
            List<BsonDocument> found = catalog.indexes(name);
            indexes = indexes.stream()
                    .filter(index -> found.stream().noneMatch(other -> isInPlace(index, other)))
                    .toList();
        }
        if (!indexes.isEmpty()) {
            BsonArray definitions =
                    new BsonArray(indexes.stream().map(Index::definition).toList());
            run(new BsonDocument("createIndexes", new BsonString(name)).append("indexes", definitions));
        }
    }

    private static boolean isInPlace(Index index, BsonDocument found) {
        return index.isMetBy(found) || found.getString(Index.NAME).getValue().equals(index.name());
    }

    private void createCollection(String name, BsonDocument options) {
        BsonDocument command = new BsonDocument("create", new BsonString(name));
        command.putAll(options);
        try {
            run(command);
        } catch (MongoCommandException e) {
            // someone else has just created it
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
    }

    private BsonDocument options(EntityDocument document) {
        return engine.emulated() ? new BsonDocument() : validation(Validator.of(document));
    }

    static BsonDocument validation(BsonDocument validator) {
        return new BsonDocument("validator", validator)
                .append("validationLevel", new BsonString(Validator.LEVEL))
                .append("validationAction", new BsonString(Validator.ACTION));
    }

    /** What {@link #create} runs on an empty database, for the MongoDB shell. Can be run more than once. */
    public String script(List<EntityDocument> documents) {
        StringBuilder script = new StringBuilder();
        for (EntityDocument document : documents) {
            String name = name(document);
            List<String> statements = new ArrayList<>();
            statements.add(Shell.createCollectionOnce(name, options(document)));
            Index.of(document, engine).forEach(index -> statements.add(Shell.createIndex(name, index)));
            for (Generation.Sequence sequence : sequences(document)) {
                statements.add(Shell.upsert(Counters.COLLECTION, Counters.id(sequence), Counters.first(sequence)));
            }
            statements.forEach(statement -> script.append(statement).append(";\n"));
        }
        return script.toString();
    }

    /**
     * Compares entities with their collections.
     *
     * @param documents their documents
     * @param counters the counters of their sequences
     */
    public List<SchemaDifference> differences(List<EntityDocument> documents, Counters counters) {
        Catalog catalog = catalog();
        List<SchemaDifference> all = new ArrayList<>();
        for (EntityDocument document : documents) {
            Differences differences = new Differences(document, Index.of(document, engine), options(document));
            all.addAll(errors.<List<SchemaDifference>>in(document.entity(), () -> differences.from(catalog)));
            sequences(document).stream()
                    .filter(sequence -> !counters.has(sequence))
                    .forEach(sequence -> all.add(Differences.missing(document.entity(), sequence)));
        }
        return all;
    }

    /** Drops the collections of entities, where they exist. */
    public void drop(List<EntityDocument> documents) {
        Catalog catalog = catalog();
        for (EntityDocument document : documents) {
            if (catalog.has(name(document))) {
                errors.<Object>in(document.entity(), () -> {
                    database.getCollection(name(document)).drop();
                    sent();
                    return document;
                });
            }
        }
    }

    private static List<Generation.Sequence> sequences(EntityDocument document) {
        return Stream.concat(Stream.of(document), document.inside().stream())
                .map(each -> each.entity().id().generation())
                .filter(Generation.Sequence.class::isInstance)
                .map(Generation.Sequence.class::cast)
                .toList();
    }

    private Catalog catalog() {
        return errors.in(null, () -> Catalog.read(database, listener));
    }

    private static String name(EntityDocument document) {
        EntityModel entity = document.entity();
        return entity.table().toString();
    }

    private void run(BsonDocument command) {
        database.runCommand(command);
        sent();
    }

    private void sent() {
        listener.sent(StatementListener.Kind.OTHER, 0, false);
    }
}
