package dev.plinth.mongo.internal.query;

import dev.plinth.backend.Query.PerGroup;
import dev.plinth.model.ColumnModel;
import dev.plinth.mongo.internal.type.Fields;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The stages that leave the first rows of each group. */
public final class Groups {
    private static final String PLACE = "_place";

    private Groups() {}

    /**
     * Numbers the rows of each group and leaves the first ones.
     *
     * @param fields where the columns are
     * @param perGroup what a group is, and how many rows of it are left
     * @param order the order, with at least one field; its computed fields are there already
     */
    public static List<BsonDocument> stages(Fields fields, PerGroup perGroup, Order order) {
        BsonDocument group = new BsonDocument();
        for (ColumnModel column : perGroup.columns()) {
            // a field that is missing is the same group as one that holds null
            BsonValue field = new BsonString("$" + fields.column(column).comparedPath());
            group.append(
                    "c" + group.size(), new BsonDocument("$ifNull", new BsonArray(List.of(field, BsonNull.VALUE))));
        }
        BsonDocument number = new BsonDocument(PLACE, new BsonDocument("$documentNumber", new BsonDocument()));
        BsonDocument window = new BsonDocument("partitionBy", group)
                .append("sortBy", order.sort())
                .append("output", number);
        BsonDocument first = new BsonDocument(PLACE, new BsonDocument("$lte", new BsonInt32(perGroup.limit())));
        return List.of(new BsonDocument("$setWindowFields", window), new BsonDocument("$match", first));
    }
}
