package dev.plinth.mongo.internal.write;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Other programs write null where an embeddable is null, and MongoDB sets no field inside of null. Where an embeddable
 * that was null gets content, such a null is taken away first.
 */
final class NullParents {
    private final EntityDocument document;
    private final Map<String, List<ColumnField>> parents = new LinkedHashMap<>();

    NullParents(EntityDocument document, WriteBatch batch) {
        this.document = document;
        batch.columns().forEach(column -> addParents(document.column(column).path()));
    }

    // the outer ones first
    private void addParents(String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            parents.computeIfAbsent(
                    path.substring(0, dot),
                    parent -> document.columns().stream()
                            .filter(field -> field.path().startsWith(parent + "."))
                            .toList());
        }
    }

    List<WriteModel<Object[]>> removals(List<Change> changes) {
        List<WriteModel<Object[]>> removals = new ArrayList<>();
        if (parents.isEmpty()) {
            return removals;
        }
        for (Change change : changes) {
            parents.forEach((parent, fields) -> {
                if (isNull(fields, Rows.before(change)) && !isNull(fields, Rows.after(change))) {
                    removals.add(removal(change, parent));
                }
            });
        }
        return removals;
    }

    private static boolean isNull(List<ColumnField> fields, Object[] row) {
        return fields.stream().allMatch(field -> row[field.column().position()] == null);
    }

    private WriteModel<Object[]> removal(Change change, String parent) {
        BsonDocument isNull = new BsonDocument("$type", new BsonString("null"));
        return new UpdateOneModel<>(
                new BsonDocument("_id", document.id(Rows.before(change))).append(parent, isNull),
                new BsonDocument("$unset", new BsonDocument(parent, new BsonString(""))));
    }
}
