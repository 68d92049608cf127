package dev.plinth.internal.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plinth.model.JsonValue;
import dev.plinth.model.ValueType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of columns as JSON: truth and small numbers as such, everything else as text that loses nothing. */
final class JsonValues {
    private JsonValues() {}

    static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigDecimal decimal) {
            json.writeString(decimal.toPlainString());
        } else if (value instanceof JsonValue tree) {
            tree.write(json);
        } else if (value instanceof byte[] bytes) {
            json.writeString(Base64.getEncoder().encodeToString(bytes));
        } else {
            json.writeString(value.toString());
        }
    }

    /** Reads the value that the parser stands on. */
    static @Nullable Object read(JsonParser json, ValueType type) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (type) {
            case BOOLEAN -> (Object) json.getBooleanValue();
            case BYTE -> json.getByteValue();
            case SHORT -> json.getShortValue();
            case INT -> json.getIntValue();
            case LONG -> json.getLongValue();
            case JSON -> JsonValue.read(json);
            default -> parse(json.getText(), type);
        };
    }

    private static Object parse(String text, ValueType type) {
        return switch (type) {
            case FLOAT -> (Object) Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case CHAR -> text.charAt(0);
            case DECIMAL -> new BigDecimal(text);
            case BIG_INTEGER -> new BigInteger(text);
            case UUID -> UUID.fromString(text);
            case BYTES -> Base64.getDecoder().decode(text);
            case LOCAL_DATE -> LocalDate.parse(text);
            case LOCAL_TIME -> LocalTime.parse(text);
            case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
            case INSTANT -> Instant.parse(text);
            case OFFSET_DATE_TIME -> OffsetDateTime.parse(text);
            case DURATION -> Duration.parse(text);
            case YEAR -> Year.parse(text);
            case URI -> URI.create(text);
            default -> text;
        };
    }

    /** Reads a value whose column the model does not have any more, as JSON has it. */
    static @Nullable Object readUnknown(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> (Object) json.getBooleanValue();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case START_ARRAY -> {
                java.util.List<@Nullable Object> list = new java.util.ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(readUnknown(json));
                }
                yield list;
            }
            case START_OBJECT, VALUE_NUMBER_FLOAT -> {
                JsonValue value = JsonValue.read(json);
                yield value == null ? null : value.tree();
            }
            default -> json.getText();
        };
    }
}
