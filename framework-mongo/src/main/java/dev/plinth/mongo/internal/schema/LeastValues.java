package dev.plinth.mongo.internal.schema;

import dev.plinth.model.ColumnModel;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.type.ObjectIds;
import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDouble;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/**
 * The least value of each type. In a partial index "not less than the least" means "has a value of this type": it leaves
 * out null and missing, and unlike {@code $type} it lets the server use the index for equality.
 */
final class LeastValues {
    private static final long FIRST_OF_YEAR_1 =
            Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();

    // the shell has no earlier date, the 20th of April of the year -271821, and a script must be able to name it
    private static final long FIRST_OF_JAVASCRIPT = -8_640_000_000_000_000L;

    private LeastValues() {}

    static BsonValue of(ColumnModel column, Engine engine) {
        if (ObjectIds.is(column)) {
            return new BsonObjectId(new ObjectId(new byte[12]));
        }
        return switch (column.type()) {
            case BOOLEAN -> BsonBoolean.FALSE;
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, DECIMAL, BIG_INTEGER, DURATION, YEAR ->
                new BsonDouble(Double.NEGATIVE_INFINITY);
            case CHAR, STRING, URI -> new BsonString("");
            case UUID, BYTES -> new BsonBinary(new byte[0]);
            case LOCAL_DATE, LOCAL_TIME, LOCAL_DATE_TIME, INSTANT, OFFSET_DATE_TIME ->
                new BsonDateTime(engine.narrowDates() ? FIRST_OF_YEAR_1 : FIRST_OF_JAVASCRIPT);
            case JSON -> throw new IllegalArgumentException("JSON is in no key");
        };
    }
}
