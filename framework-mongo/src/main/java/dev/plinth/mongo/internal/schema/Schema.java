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
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;

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
                indexes.add(new IndexModel(fields(document, key.columns()), new IndexOptions().name(key.name())));
            } else if (engine.emulated()) {
                indexes.add(new IndexModel(
                        new BsonDocument(UniqueMarkers.path(key), new BsonInt32(1)),
                        new IndexOptions().name(key.name()).unique(true).sparse(true)));
            } else {
                indexes.add(new IndexModel(
                        fields(document, key.columns()),
                        new IndexOptions().name(key.name()).unique(true).partialFilterExpression(live(document, key))));
            }
        }
        if (engine.emulated()) {
            addGuardIndex(document, indexes);
        }
        return indexes;
    }

    private static BsonDocument fields(EntityDocument document, List<ColumnModel> columns) {
        BsonDocument fields = new BsonDocument();
        columns.forEach(c -> fields.append(document.column(c).comparedPath(), new BsonInt32(1)));
        return fields;
    }

    // rows that are not soft-deleted and have no null in the key
    private static BsonDocument live(EntityDocument document, KeyModel key) {
        BsonDocument filter = new BsonDocument();
        for (ColumnModel column : key.columns()) {
            ColumnField field = document.column(column);
            filter.append(field.comparedPath(), new BsonDocument("$gte", LeastValues.of(column.type())));
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
