package dev.plinth.mongo.internal.type;

import dev.plinth.model.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** JSON as sub-documents and arrays: whole numbers as int or long, doubles as double, other numbers as decimal. */
final class JsonBson {
    private static final BsonValueCodec ANY = new BsonValueCodec();

    // of the 100 levels of a document, the outermost ones are the entity and the embeddables in it
    private static final int DEEPEST = 90;

    static final ValueCodec CODEC = ValueCodec.whole(
            BsonType.DOCUMENT, JsonBson::write, JsonBson::read, value -> bson(((JsonValue) value).tree()));

    private JsonBson() {}

    private static void write(BsonWriter writer, Object value) {
        ANY.encode(
                writer,
                bson(((JsonValue) value).tree()),
                EncoderContext.builder().build());
    }

    private static Object read(BsonReader reader) {
        Object tree = tree(ANY.decode(reader, DecoderContext.builder().build()));
        if (tree == null) {
            throw new ValueCodec.WrongTypeException("has no JSON value");
        }
        return JsonValue.of(tree);
    }

    private static BsonValue bson(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            BsonDocument document = new BsonDocument();
            map.forEach((key, value) -> document.append((String) key, bson(value)));
            return document;
        } else if (node instanceof List<?> list) {
            return new BsonArray(list.stream().map(JsonBson::bson).toList());
        } else if (node instanceof Long whole) {
            return whole.intValue() == whole ? new BsonInt32(whole.intValue()) : new BsonInt64(whole);
        } else if (node instanceof Double twice) {
            return new BsonDouble(twice);
        } else if (node instanceof Number number) {
            return new BsonDecimal128(new Decimal128(decimal(number)));
        } else if (node instanceof Boolean truth) {
            return BsonBoolean.valueOf(truth);
        }
        return node == null ? BsonNull.VALUE : new BsonString((String) node);
    }

    private static @Nullable Object tree(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                value.asDocument().forEach((key, field) -> map.put(key, tree(field)));
                yield map;
            }
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                value.asArray().forEach(element -> list.add(tree(element)));
                yield list;
            }
            case INT32 -> (long) value.asInt32().getValue();
            case INT64 -> value.asInt64().getValue();
            case DOUBLE -> finite(value.asDouble().getValue());
            case DECIMAL128 -> decimal(value.asDecimal128().getValue());
            case BOOLEAN -> value.asBoolean().getValue();
            case STRING -> value.asString().getValue();
            case NULL -> null;
            default -> throw ValueCodec.WrongTypeException.found(value.getBsonType(), "a type that JSON has");
        };
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new ValueCodec.WrongTypeException("has a NaN or an infinity, which JSON has not");
        }
        return number;
    }

    // a negative zero is zero, which the class of the driver does not turn into a BigDecimal
    private static BigDecimal decimal(Decimal128 number) {
        if (!number.isFinite() || number.isNaN()) {
            throw new ValueCodec.WrongTypeException("has a NaN or an infinity, which JSON has not");
        }
        return number.equals(Decimal128.NEGATIVE_ZERO) ? BigDecimal.ZERO : number.bigDecimalValue();
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigInteger integer ? new BigDecimal(integer) : (BigDecimal) number;
    }

    static @Nullable String refusal(Object value) {
        JsonValue json = (JsonValue) value;
        if (json.depth() > DEEPEST) {
            return "JSON that is nested more than " + DEEPEST + " levels deep does not fit into a document of MongoDB";
        } else if (json.keys().anyMatch(key -> key.startsWith("$") || key.indexOf('\0') >= 0)) {
            return "a key in JSON must not start with '$', which MongoDB takes for an operator, nor have NUL in it";
        }
        String large = ValueChecks.text(json.text());
        return large != null
                ? large
                : json.numbers()
                        .filter(number -> number instanceof BigDecimal || number instanceof BigInteger)
                        .map(number -> ValueRange.DECIMAL.refusal(decimal(number)))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
