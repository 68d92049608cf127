package dev.plinth.mongo.internal.query;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import dev.plinth.model.Values;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.specification.Operator;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;

/** MongoDB's words for comparisons. */
final class Operators {
    private Operators() {}

    static String name(Operator operator) {
        return switch (operator) {
            case EQUAL -> "$eq";
            case LESS -> "$lt";
            case LESS_OR_EQUAL -> "$lte";
            case GREATER -> "$gt";
            case GREATER_OR_EQUAL -> "$gte";
        };
    }

    /** Whether the server would take different values for equal ones, though it orders them right. */
    static boolean isInexact(Engine engine, BsonValue value) {
        return engine.emulated() && value.getBsonType() == BsonType.DECIMAL128;
    }

    /** The same, told by the column. */
    static boolean isInexact(Engine engine, ColumnModel column) {
        return engine.emulated()
                && (column.type() == ValueType.DECIMAL
                        || column.type() == ValueType.BIG_INTEGER
                        || column.type() == ValueType.DURATION);
    }

    /** Of two bounds of one kind, the one that leaves fewer values. */
    static Object tighter(Operator operator, Object one, Object other) {
        boolean upper = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        return Values.compare(one, other) < 0 == upper ? one : other;
    }

    static BsonDocument equal(Engine engine, BsonValue value) {
        return isInexact(engine, value)
                ? new BsonDocument("$gte", value).append("$lte", value)
                : new BsonDocument("$eq", value);
    }
}
