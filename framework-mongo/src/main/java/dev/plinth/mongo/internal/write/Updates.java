package dev.plinth.mongo.internal.write;

import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.KeyModel;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.mongo.internal.type.UniqueMarkers;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Sets what a change sets, field by field: whatever else is in a document stays. A null takes the field away. */
final class Updates {
    private static final BsonString NOTHING = new BsonString("");

    private final EntityDocument document;
    private final WriteBatch batch;
    private final List<KeyModel> keys;
    private final boolean guarded;

    Updates(EntityDocument document, WriteBatch batch) {
        this.document = document;
        this.batch = batch;
        ColumnModel version = batch.entity().version();
        this.guarded = version != null && batch.guards().contains(version);
        UniqueMarkers markers = document.markers();
        this.keys = markers == null ? List.of() : markers.touchedBy(batch.columns());
    }

    BsonDocument of(Change change) {
        Object[] after = Rows.after(change);
        ElementChanges.Update update =
                new ElementChanges.Update(new BsonDocument(), new BsonDocument(), new BsonDocument());
        BsonDocument set = update.set();
        BsonDocument unset = new BsonDocument();
        for (ColumnModel column : batch.columns()) {
            Object value = after[column.position()];
            String path = document.column(column).path();
            put(path, value == null ? null : document.column(column).bson(value), set, unset);
        }
        for (CollectionModel collection : batch.collections()) {
            Object before = Rows.before(change)[collection.position()];
            ElementChanges.add(document.collection(collection), guarded, before, after[collection.position()], update);
        }
        UniqueMarkers markers = document.markers();
        if (markers != null) {
            keys.forEach(key -> put(UniqueMarkers.path(key), markers.of(key, after), set, unset));
        }
        BsonDocument operators = new BsonDocument();
        append(operators, "$set", set);
        append(operators, "$unset", unset);
        append(operators, "$push", update.push());
        append(operators, "$pull", update.pull());
        return operators;
    }

    private static void append(BsonDocument operators, String operator, BsonDocument fields) {
        if (!fields.isEmpty()) {
            operators.append(operator, fields);
        }
    }

    private static void put(String path, @Nullable BsonValue value, BsonDocument set, BsonDocument unset) {
        if (value == null) {
            unset.append(path, NOTHING);
        } else {
            set.append(path, value);
        }
    }
}
