package dev.plinth.mongo.internal.write;

import dev.plinth.backend.Change;
import dev.plinth.model.ColumnModel;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNull;

/** Finds the one document that a change is meant for, as it was read. */
final class Guards {
    private final EntityDocument document;
    private final List<ColumnModel> guards;

    Guards(EntityDocument document, List<ColumnModel> guards) {
        this.document = document;
        this.guards = guards.stream()
                .filter(g -> !document.entity().id().columns().contains(g))
                .toList();
    }

    BsonDocument filter(Change change) {
        Object[] before = Rows.before(change);
        // plain equality: ids, versions and markers are values of the model's types, never operators
        BsonDocument filter = new BsonDocument("_id", document.id(before));
        for (ColumnModel guard : guards) {
            ColumnField field = document.column(guard);
            Object value = before[guard.position()];
            if (value == null) {
                filter.append(field.path(), BsonNull.VALUE);
            } else {
                filter.append(field.comparedPath(), field.compared(value));
            }
        }
        return filter;
    }

    /** Whether the guards of a row have the values that another has. */
    boolean hold(Object[] expected, Object[] found) {
        return guards.stream().allMatch(g -> document.column(g).same(expected[g.position()], found[g.position()]));
    }
}
