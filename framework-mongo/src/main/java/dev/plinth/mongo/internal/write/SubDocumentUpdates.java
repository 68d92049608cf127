package dev.plinth.mongo.internal.write;

import com.mongodb.client.model.UpdateOptions;
import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.mongo.internal.type.Embedding;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.List;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Sets what a change sets in the one sub-document of an array that has the row's id. An embeddable that was null is set as
 * a whole: not every server makes a sub-document that is missing within an array.
 */
final class SubDocumentUpdates {
    private static final String ROW = "row";

    private final EntityDocument document;
    private final Embedding embedding;
    private final Updates updates;

    SubDocumentUpdates(EntityDocument document, Embedding embedding, WriteBatch batch) {
        this.document = document;
        this.embedding = embedding;
        this.updates = new Updates(
                document,
                new WriteBatch(
                        batch.kind(),
                        batch.entity(),
                        batch.columns().stream()
                                .filter(column -> !document.isOutside(column))
                                .toList(),
                        batch.collections(),
                        batch.guards(),
                        batch.changes()));
    }

    /** Says which sub-document is meant. */
    UpdateOptions only(Change change) {
        BsonDocument id = new BsonDocument(ROW + "._id", document.id(Rows.before(change)));
        return new UpdateOptions().arrayFilters(List.of(id));
    }

    BsonDocument of(Change change) {
        BsonDocument operators = updates.of(change);
        BsonDocument set = operators.getDocument("$set", new BsonDocument());
        BsonDocument whole = document.subDocument(Rows.after(change));
        for (String path : List.copyOf(set.keySet())) {
            String parent = nullParent(path, Rows.before(change));
            if (parent != null) {
                operators
                        .values()
                        .forEach(fields -> fields.asDocument().keySet().removeIf(inside(parent)));
                set.append(parent, at(whole, parent));
            }
        }
        BsonDocument placed = new BsonDocument();
        operators.forEach((operator, fields) -> {
            BsonDocument inArray = new BsonDocument();
            fields.asDocument()
                    .forEach((path, value) -> inArray.append(embedding.array() + ".$[" + ROW + "]." + path, value));
            if (!inArray.isEmpty()) {
                placed.append(operator, inArray);
            }
        });
        return placed;
    }

    private static Predicate<String> inside(String parent) {
        return path -> path.startsWith(parent + ".");
    }

    /** The outermost embeddable around a field that was null. */
    private @Nullable String nullParent(String path, Object[] before) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            String parent = path.substring(0, dot);
            boolean isNull = document.columns().stream()
                    .filter(field -> inside(parent).test(field.path()))
                    .allMatch(field -> before[field.column().position()] == null);
            boolean isEmbeddable =
                    document.columns().stream().anyMatch(field -> inside(parent).test(field.path()));
            if (isNull && isEmbeddable) {
                return parent;
            }
        }
        return null;
    }

    private static BsonValue at(BsonDocument document, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? document.get(path) : at(document.getDocument(path.substring(0, dot)), path.substring(dot + 1));
    }
}
