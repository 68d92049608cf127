package dev.plinth.mongo.internal.type;

import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.BsonWriter;

/**
 * How the values of one column are kept in a document. Lossless for every value that passes {@link ValueChecks}.
 *
 * @param type what is written
 * @param writer writes a value where the writer stands
 * @param reader reads the value where the reader stands; throws {@link WrongTypeException}
 * @param bson the whole value
 * @param compared the part of the value that filters, sorts and keys look at
 * @param comparedField the field of that part inside the value, or an empty string where it is the whole value
 */
public record ValueCodec(
        BsonType type,
        Writer writer,
        Function<BsonReader, Object> reader,
        Function<Object, BsonValue> bson,
        Function<Object, BsonValue> compared,
        String comparedField) {
    /** Writes a value. */
    @FunctionalInterface
    public interface Writer {
        /** Writes a value where the writer stands. */
        void write(BsonWriter writer, Object value);
    }

    static ValueCodec whole(
            BsonType type, Writer writer, Function<BsonReader, Object> reader, Function<Object, BsonValue> bson) {
        return new ValueCodec(type, writer, reader, bson, bson, "");
    }

    /** A document has another type in a field than the mapping says. */
    static final class WrongTypeException extends RuntimeException {
        WrongTypeException(String message) {
            super(message);
        }

        static WrongTypeException found(BsonType found, String wanted) {
            return new WrongTypeException("has the BSON type " + found + " where " + wanted + " is wanted");
        }
    }
}
