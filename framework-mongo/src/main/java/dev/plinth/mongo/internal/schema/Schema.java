package dev.plinth.mongo.internal.schema;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import dev.plinth.backend.StatementListener;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.mongo.internal.type.UniqueMarkers;
import dev.plinth.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;

/** Creates and drops the collections of entities, with their indexes. */
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

    /** Creates what an entity needs and does not have yet. */
    public void create(EntityDocument document) {
        EntityModel entity = document.entity();
        String name = entity.table().toString();
        errors.<Object>in(entity, () -> {
            if (!exists(name)) {
                createCollection(name);
            }
            List<IndexModel> indexes = indexes(document);
            if (!indexes.isEmpty()) {
                collection(name).createIndexes(indexes);
                sent();
            }
            return name;
        });
    }

    /** What {@link #create} runs for an entity, for the MongoDB shell. */
    public String script(EntityDocument document) {
        String collection = quoted(document.entity().table().toString());
        StringBuilder script = new StringBuilder("db.createCollection(" + collection + ");\n");
        for (IndexModel index : indexes(document)) {
            script.append("db.getCollection(" + collection + ").createIndex("
                    + index.getKeys().toBsonDocument().toJson() + ", " + options(index) + ");\n");
        }
        return script.toString();
    }

    private static String options(IndexModel index) {
        IndexOptions options = index.getOptions();
        BsonDocument result = new BsonDocument("name", new BsonString(String.valueOf(options.getName())));
        if (options.isUnique()) {
            result.append("unique", BsonBoolean.TRUE);
        }
        if (options.isSparse()) {
            result.append("sparse", BsonBoolean.TRUE);
        }
        if (options.getPartialFilterExpression() != null) {
            result.append(
                    "partialFilterExpression",
                    options.getPartialFilterExpression().toBsonDocument());
        }
        return result.toJson();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What an entity has not got: its collection, or indexes of it by name. */
    public List<SchemaDifference> differences(EntityDocument document) {
        EntityModel entity = document.entity();
        String name = entity.table().toString();
        return errors.<List<SchemaDifference>>in(entity, () -> {
            if (!exists(name)) {
                return List.of(difference(
                        SchemaDifference.Kind.TABLE_MISSING, entity, "the collection \"" + name + "\" does not exist"));
            }
            List<String> known = collection(name)
                    .listIndexes()
                    .map(index -> index.getString("name"))
                    .into(new ArrayList<>());
            sent();
            List<SchemaDifference> found = new ArrayList<>();
            for (IndexModel index : indexes(document)) {
                String key = String.valueOf(index.getOptions().getName());
                if (!known.contains(key)) {
                    found.add(difference(
                            index.getOptions().isUnique()
                                    ? SchemaDifference.Kind.UNIQUE_KEY
                                    : SchemaDifference.Kind.INDEX,
                            entity,
                            "the collection \"" + name + "\" has no index \"" + key + "\""));
                }
            }
            return found;
        });
    }

    private static SchemaDifference difference(SchemaDifference.Kind kind, EntityModel entity, String message) {
        return new SchemaDifference(
                kind,
                SchemaDifference.Severity.ERROR,
                entity.name(),
                null,
                entity.table().toString(),
                null,
                message + ". Call plinth.schema().create()",
                List.of());
    }

    /** Drops the collection of an entity, where it exists. */
    public void drop(EntityDocument document) {
        String name = document.entity().table().toString();
        errors.<Object>in(document.entity(), () -> {
            if (exists(name)) {
                collection(name).drop();
                sent();
            }
            return name;
        });
    }

    private boolean exists(String name) {
        List<String> names = database.listCollectionNames().into(new ArrayList<>());
        sent();
        return names.contains(name);
    }

    private void createCollection(String name) {
        try {
            database.createCollection(name);
        } catch (MongoCommandException e) {
            // someone else has just created it
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
        sent();
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    private void sent() {
        listener.sent(StatementListener.Kind.OTHER, 0, false);
    }

    private List<IndexModel> indexes(EntityDocument document) {
        List<IndexModel> indexes = new ArrayList<>();
        for (KeyModel key : document.entity().keys()) {
            if (!key.unique()) {
                indexes.add(new IndexModel(fields(document, key), new IndexOptions().name(key.name())));
            } else if (engine.emulated()) {
                indexes.add(new IndexModel(
                        new BsonDocument(UniqueMarkers.path(key), new BsonInt32(1)),
                        new IndexOptions().name(key.name()).unique(true).sparse(true)));
            } else {
                indexes.add(new IndexModel(
                        fields(document, key),
                        new IndexOptions().name(key.name()).unique(true).partialFilterExpression(live(document, key))));
            }
        }
        if (engine.emulated()) {
            addGuardIndex(document, indexes);
        }
        return indexes;
    }

    private static BsonDocument fields(EntityDocument document, KeyModel key) {
        BsonDocument fields = new BsonDocument();
        key.columns()
                .forEach(c ->
                        fields.append(document.column(c).comparedPath(), new BsonInt32(key.isDescending(c) ? -1 : 1)));
        return fields;
    }

    // rows that are not soft-deleted and have no null in the key
    private BsonDocument live(EntityDocument document, KeyModel key) {
        BsonDocument filter = new BsonDocument();
        for (ColumnModel column : key.columns()) {
            ColumnField field = document.column(column);
            filter.append(field.comparedPath(), new BsonDocument("$gte", LeastValues.of(column.type(), engine)));
        }
        ColumnModel deletedAt = document.entity().deletedAt();
        return deletedAt == null
                ? filter
                : filter.append(document.column(deletedAt).path(), BsonNull.VALUE);
    }

    // such a server looks through the whole collection unless an index has exactly the fields of the filter
    private static void addGuardIndex(EntityDocument document, List<IndexModel> indexes) {
        EntityModel entity = document.entity();
        BsonDocument fields = new BsonDocument("_id", new BsonInt32(1));
        for (ColumnModel guard : new ColumnModel[] {entity.version(), entity.deletedAt()}) {
            if (guard != null) {
                fields.append(document.column(guard).comparedPath(), new BsonInt32(1));
            }
        }
        if (fields.size() > 1) {
            indexes.add(new IndexModel(
                    fields, new IndexOptions().name("plinth_guards").unique(true)));
        }
    }
}
