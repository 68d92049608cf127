package dev.plinth.mongo.internal.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.bson.BsonReader;
import org.bson.types.Decimal128;

/** Reads numbers of whichever type a document has them in, as long as nothing is lost. */
final class Numbers {
    private Numbers() {}

    static long readLong(BsonReader reader) {
        return switch (reader.getCurrentBsonType()) {
            case INT64 -> reader.readInt64();
            case INT32 -> reader.readInt32();
            default -> {
                try {
                    yield readDecimal(reader).longValueExact();
                } catch (ArithmeticException e) {
                    throw new ValueCodec.WrongTypeException("has a number where a whole number of 64 bits is wanted");
                }
            }
        };
    }

    static double readDouble(BsonReader reader) {
        return switch (reader.getCurrentBsonType()) {
            case DOUBLE -> reader.readDouble();
            case INT32 -> reader.readInt32();
            default -> readDecimal(reader).doubleValue();
        };
    }

    static BigInteger readInteger(BsonReader reader) {
        try {
            return readDecimal(reader).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new ValueCodec.WrongTypeException("has a number with a fraction where a whole number is wanted");
        }
    }

    static BigDecimal readDecimal(BsonReader reader) {
        return switch (reader.getCurrentBsonType()) {
            case DECIMAL128 -> finite(reader.readDecimal128());
            case INT32 -> BigDecimal.valueOf(reader.readInt32());
            case INT64 -> BigDecimal.valueOf(reader.readInt64());
            case DOUBLE -> finite(reader.readDouble());
            default -> throw ValueCodec.WrongTypeException.found(reader.getCurrentBsonType(), "a number");
        };
    }

    private static BigDecimal finite(Decimal128 value) {
        if (value.equals(Decimal128.NEGATIVE_ZERO)) {
            return BigDecimal.ZERO;
        }
        if (!value.isFinite()) {
            throw new ValueCodec.WrongTypeException("has a number that is not finite");
        }
        return value.bigDecimalValue();
    }

    private static BigDecimal finite(double value) {
        if (!Double.isFinite(value)) {
            throw new ValueCodec.WrongTypeException("has a number that is not finite");
        }
        return BigDecimal.valueOf(value);
    }
}
