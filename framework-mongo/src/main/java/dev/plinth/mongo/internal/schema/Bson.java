package dev.plinth.mongo.internal.schema;

import java.math.BigDecimal;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;

/** Compares what the server tells with what it was told. */
final class Bson {
    private Bson() {}

    /** Whether two values mean the same: numbers of whichever type, fields in whichever order. */
    static boolean same(BsonValue one, BsonValue other) {
        if (one instanceof BsonNumber number && other instanceof BsonNumber otherNumber) {
            return same(number, otherNumber);
        }
        if (one instanceof BsonDocument document && other instanceof BsonDocument otherDocument) {
            return document.keySet().equals(otherDocument.keySet())
                    && document.entrySet().stream()
                            .allMatch(entry -> same(entry.getValue(), otherDocument.get(entry.getKey())));
        }
        if (one instanceof BsonArray array && other instanceof BsonArray otherArray) {
            for (int i = 0; i < array.size() && array.size() == otherArray.size(); i++) {
                if (!same(array.get(i), otherArray.get(i))) {
                    return false;
                }
            }
            return array.size() == otherArray.size();
        }
        return one.equals(other);
    }

    private static boolean same(BsonNumber one, BsonNumber other) {
        boolean finite = Double.isFinite(one.doubleValue()) && Double.isFinite(other.doubleValue());
        return finite ? decimal(one).compareTo(decimal(other)) == 0 : one.doubleValue() == other.doubleValue();
    }

    private static BigDecimal decimal(BsonNumber number) {
        return switch (number.getBsonType()) {
            case INT32, INT64 -> BigDecimal.valueOf(number.longValue());
            case DECIMAL128 -> number.decimal128Value().bigDecimalValue();
            default -> new BigDecimal(number.doubleValue());
        };
    }
}
