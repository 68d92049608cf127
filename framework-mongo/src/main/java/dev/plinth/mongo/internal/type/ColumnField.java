package dev.plinth.mongo.internal.type;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import dev.plinth.model.Values;
import org.bson.BsonReader;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a column is in a document.
 *
 * @param place where it is, for messages
 * @param column the column
 * @param path the field, dots between the names of sub-documents; empty for an element that is one basic value
 * @param codec how its values are written
 */
public record ColumnField(Place place, ColumnModel column, String path, ValueCodec codec) {
    ColumnField(Place place, ColumnModel column, String path) {
        this(place, column, path, ValueCodecs.of(column));
    }

    /** The type of a column's values, by the name that MongoDB's own operators give it. */
    public static String typeOf(ColumnModel column) {
        if (column.type() == ValueType.JSON) {
            return "object, array";
        }
        return switch (ValueCodecs.of(column).type()) {
            case BOOLEAN -> "bool";
            case INT32 -> "int";
            case INT64 -> "long";
            case DOUBLE -> "double";
            case DECIMAL128 -> "decimal";
            case STRING -> "string";
            case BINARY -> "binData";
            case DATE_TIME -> "date";
            case OBJECT_ID -> "objectId";
            default -> "object";
        };
    }

    /** The field that filters, sorts and keys look at. */
    public String comparedPath() {
        String field = codec.comparedField();
        return field.isEmpty() ? path : path.isEmpty() ? field : path + "." + field;
    }

    /**
     * The value as filters compare it.
     *
     * @param value not null
     */
    public BsonValue compared(Object value) {
        return codec.compared().apply(value);
    }

    /**
     * The whole value.
     *
     * @param value not null
     */
    public BsonValue bson(Object value) {
        return codec.bson().apply(value);
    }

    /** Whether two values are the same to the database. */
    public boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        return Values.same(one, other);
    }

    Object read(BsonReader reader) {
        try {
            return codec.reader().apply(reader);
        } catch (ValueCodec.WrongTypeException | IllegalArgumentException e) {
            throw place.unreadable(
                    e instanceof ValueCodec.WrongTypeException wrong
                            ? String.valueOf(wrong.getMessage())
                            : "cannot be read");
        }
    }
}
