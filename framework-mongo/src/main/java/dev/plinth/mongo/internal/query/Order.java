package dev.plinth.mongo.internal.query;

import dev.plinth.backend.SortKey;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.Fields;
import dev.plinth.mongo.internal.type.ObjectIds;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * An order. Null and missing come before every value in MongoDB, as they shall.
 *
 * @param computed the fields to add to each document before sorting; empty where the order needs none
 * @param sort the sort document; empty for any order
 */
public record Order(BsonDocument computed, BsonDocument sort) {
    private static final String PREFIX = "_order";

    /**
     * Turns sort keys into an order.
     *
     * @param fields where the columns are
     * @param keys the keys
     */
    public static Order of(Fields fields, List<SortKey> keys) {
        BsonDocument computed = new BsonDocument();
        BsonDocument sort = new BsonDocument();
        for (SortKey key : keys) {
            ColumnField field = fields.column(key.column());
            String name = field.comparedPath();
            if (key.ignoreCase() && isText(key.column())) {
                name = PREFIX + computed.size();
                computed.append(name, folded("$" + field.path()));
            }
            // a field that comes twice is decided by its first place
            if (!sort.containsKey(name)) {
                sort.append(name, new BsonInt32(key.descending() ? -1 : 1));
            }
        }
        return new Order(computed, sort);
    }

    private static boolean isText(ColumnModel column) {
        return (column.type() == ValueType.STRING || column.type() == ValueType.CHAR) && !ObjectIds.is(column);
    }

    // the server's $toLower knows ASCII only; other texts are folded character by character
    private static BsonDocument folded(String field) {
        BsonValue text = string(field);
        BsonDocument ascii = call("$eq", call("$strLenBytes", text), call("$strLenCP", text));
        BsonDocument isNull = call("$eq", call("$ifNull", text, BsonNull.VALUE), BsonNull.VALUE);
        BsonDocument lower = call("$cond", ascii, call("$toLower", text), foldedByCharacter(text));
        return call("$cond", isNull, BsonNull.VALUE, lower);
    }

    private static BsonDocument foldedByCharacter(BsonValue text) {
        BsonValue from = string(CaseFolding.get().from());
        BsonValue to = string(CaseFolding.get().to());
        BsonValue character = string("$$this");
        BsonDocument place = call("$indexOfCP", from, character);
        BsonDocument one = call(
                "$cond",
                call("$lt", place, new BsonInt32(0)),
                character,
                call("$substrCP", to, place, new BsonInt32(1)));
        BsonDocument characters = new BsonDocument("input", call("$range", new BsonInt32(0), call("$strLenCP", text)))
                .append("as", string("i"))
                .append("in", call("$substrCP", text, string("$$i"), new BsonInt32(1)));
        return new BsonDocument(
                "$reduce",
                new BsonDocument("input", new BsonDocument("$map", characters))
                        .append("initialValue", string(""))
                        .append("in", call("$concat", string("$$value"), one)));
    }

    private static BsonDocument call(String operator, BsonValue... arguments) {
        return new BsonDocument(
                operator, arguments.length == 1 ? arguments[0] : new BsonArray(Arrays.asList(arguments)));
    }

    private static BsonString string(String text) {
        return new BsonString(text);
    }
}
