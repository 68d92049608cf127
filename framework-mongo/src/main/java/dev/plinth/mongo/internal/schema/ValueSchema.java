package dev.plinth.mongo.internal.schema;

import dev.plinth.model.ColumnCheck;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.ObjectIds;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * The rules of one column's values. Numbers may be of every BSON type that is read without loss. The rules never refuse
 * what the model allows; where the server counts in another way, they allow more.
 */
final class ValueSchema {
    private static final String TYPE = "bsonType";
    private static final String NULL = "null";
    private static final String MAX_LENGTH = "maxLength";
    private static final String MIN_LENGTH = "minLength";
    private static final String MINIMUM = "minimum";
    private static final String MAXIMUM = "maximum";
    private static final int DIGITS = 34;
    // no escapes but those that Java and PCRE read alike, no flags, look-arounds and intersections of classes
    private static final Pattern PORTABLE =
            Pattern.compile("(?:[^\\\\&(\\[]|&(?!&)|\\((?!\\?)|\\[(?:[^\\\\&\\[]|&(?!&)|\\\\[dwsDWS\\p{Punct}])*\\]"
                    + "|\\\\[dwsDWS\\p{Punct}])*");

    private final ColumnModel column;
    private final ColumnField field;
    private final BsonDocument schema = new BsonDocument();

    private ValueSchema(ColumnField field) {
        this.field = field;
        this.column = field.column();
    }

    static BsonDocument of(ColumnField field) {
        return new ValueSchema(field).build();
    }

    /** The rule that a value is of a type, or null. */
    static BsonDocument orNull(String type) {
        return new BsonDocument(TYPE, new BsonArray(List.of(new BsonString(type), new BsonString(NULL))));
    }

    private BsonDocument build() {
        type();
        limits();
        column.checks().forEach(this::check);
        return schema;
    }

    private void type() {
        List<String> types = ObjectIds.is(column) ? List.of("objectId") : types(column.type());
        if (column.nullable()) {
            types = java.util.stream.Stream.concat(types.stream(), java.util.stream.Stream.of(NULL))
                    .toList();
        }
        BsonArray names = new BsonArray(types.stream().map(BsonString::new).toList());
        schema.append(TYPE, names.size() == 1 ? names.get(0) : names);
    }

    private static List<String> types(ValueType type) {
        return switch (type) {
            case BOOLEAN -> List.of("bool");
            case BYTE, SHORT, INT, YEAR, LONG -> List.of("int", "long");
            case FLOAT, DOUBLE -> List.of("double", "int", "long");
            case DECIMAL, BIG_INTEGER, DURATION -> List.of("decimal", "int", "long");
            case CHAR, STRING, URI -> List.of("string");
            case UUID, BYTES -> List.of("binData");
            case LOCAL_DATE, LOCAL_TIME, LOCAL_DATE_TIME, INSTANT -> List.of("date");
            case OFFSET_DATE_TIME -> List.of("object");
            case JSON -> List.of("object", "array", "string", "int", "long", "double", "decimal", "bool");
        };
    }

    private void limits() {
        switch (column.type()) {
            case BYTE -> between(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> between(Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> between(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case CHAR -> schema.append(MIN_LENGTH, new BsonInt32(1)).append(MAX_LENGTH, new BsonInt32(1));
            case STRING, URI -> length();
            case DECIMAL, BIG_INTEGER -> digits();
            case OFFSET_DATE_TIME -> offsetDateTime();
            default -> {
                // every value of the type
            }
        }
    }

    // the server counts code points, of which a text has no more than code units
    private void length() {
        if (!ObjectIds.is(column)) {
            schema.append(MAX_LENGTH, new BsonInt32(column.length()));
        }
    }

    private void between(int least, int greatest) {
        schema.append(MINIMUM, new BsonInt32(least)).append(MAXIMUM, new BsonInt32(greatest));
    }

    private void digits() {
        int scale = column.type() == ValueType.DECIMAL ? column.scale() : 0;
        int before = Math.max(column.precision() - scale, 0);
        if (before <= DIGITS) {
            BigDecimal tooGreat = BigDecimal.TEN.pow(before);
            bound(MINIMUM, "exclusiveMinimum", tooGreat.negate(), false);
            bound(MAXIMUM, "exclusiveMaximum", tooGreat, false);
        }
    }

    private void offsetDateTime() {
        BsonDocument properties = new BsonDocument("instant", new BsonDocument(TYPE, new BsonString("date")))
                .append(
                        "offset",
                        new BsonDocument(TYPE, new BsonArray(List.of(new BsonString("int"), new BsonString("long")))));
        schema.append("required", new BsonArray(List.of(new BsonString("instant"), new BsonString("offset"))))
                .append("properties", properties);
    }

    private void check(ColumnCheck check) {
        if (check instanceof ColumnCheck.OneOf oneOf) {
            BsonArray values =
                    new BsonArray(oneOf.values().stream().map(field::bson).toList());
            if (column.nullable()) {
                values.add(BsonNull.VALUE);
            }
            schema.append("enum", values);
        } else if (check instanceof ColumnCheck.Min min && isNumber()) {
            bound(MINIMUM, "exclusiveMinimum", min.bound(), min.inclusive());
        } else if (check instanceof ColumnCheck.Max max && isNumber()) {
            bound(MAXIMUM, "exclusiveMaximum", max.bound(), max.inclusive());
        } else if (check instanceof ColumnCheck.MinLength min
                && types(column.type()).equals(List.of("string"))) {
            // a code point has at most two code units
            schema.append(MIN_LENGTH, new BsonInt32((min.length() + 1) / 2));
        } else if (check instanceof ColumnCheck.Pattern pattern
                && PORTABLE.matcher(pattern.regex()).matches()) {
            schema.append("pattern", new BsonString("^(?:" + pattern.regex() + ")(?![\\s\\S])"));
        }
    }

    private boolean isNumber() {
        return Arrays.asList(
                        ValueType.BYTE,
                        ValueType.SHORT,
                        ValueType.INT,
                        ValueType.LONG,
                        ValueType.YEAR,
                        ValueType.FLOAT,
                        ValueType.DOUBLE,
                        ValueType.DECIMAL,
                        ValueType.BIG_INTEGER)
                .contains(column.type());
    }

    private void bound(String name, String exclusive, Object bound, boolean inclusive) {
        schema.append(name, number(bound));
        if (!inclusive) {
            schema.append(exclusive, BsonBoolean.TRUE);
        }
    }

    // whole numbers are what every server compares with numbers of all types
    private static BsonValue number(Object bound) {
        BigDecimal number = new BigDecimal(bound.toString());
        try {
            return new BsonInt64(number.longValueExact());
        } catch (ArithmeticException e) {
            return new BsonDecimal128(new Decimal128(number));
        }
    }
}
