package dev.plinth.mongo.internal.write;

import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.KeyModel;
import dev.plinth.mongo.internal.type.CollectionField;
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

    Updates(EntityDocument document, WriteBatch batch) {
        this.document = document;
        this.batch = batch;
        UniqueMarkers markers = document.markers();
        this.keys = markers == null ? List.of() : markers.touchedBy(batch.columns());
    }

    BsonDocument of(Change change) {
        Object[] after = Rows.after(change);
        BsonDocument set = new BsonDocument();
        BsonDocument unset = new BsonDocument();
        for (ColumnModel column : batch.columns()) {
            Object value = after[column.position()];
            String path = document.column(column).path();
            put(path, value == null ? null : document.column(column).bson(value), set, unset);
        }
        for (CollectionModel collection : batch.collections()) {
            CollectionField field = document.collection(collection);
            set.append(field.path(), field.bson(after[collection.position()]));
        }
        UniqueMarkers markers = document.markers();
        if (markers != null) {
            keys.forEach(key -> put(UniqueMarkers.path(key), markers.of(key, after), set, unset));
        }
        BsonDocument update = new BsonDocument();
        if (!set.isEmpty()) {
            update.append("$set", set);
        }
        return unset.isEmpty() ? update : update.append("$unset", unset);
    }

    private static void put(String path, @Nullable BsonValue value, BsonDocument set, BsonDocument unset) {
        if (value == null) {
            unset.append(path, NOTHING);
        } else {
            set.append(path, value);
        }
    }
}
