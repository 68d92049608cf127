package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.JsonValue;
import dev.plinth.model.ValueType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.Arrays;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The values of PostgreSQL. What it cannot hold is the character NUL, and times far away. */
final class PostgresValues {
    /** A longer text has a type without a length. */
    private static final int LONGEST_VARCHAR = 10_485_760;

    // numbers within jsonb are those of numeric without a precision
    private static final int MOST_WHOLE_DIGITS = 131_072;
    private static final int MOST_FRACTION_DIGITS = 16_383;

    private static final Codec JSON =
            new Codec(Types.OTHER, (s, i, v) -> s.setObject(i, ((JsonValue) v).text(), Types.OTHER), Codecs::json);

    private PostgresValues() {}

    static Codec codec(ValueType type) {
        return switch (type) {
            case JSON -> JSON;
            case LOCAL_DATE -> PostgresTimes.DATE;
            case LOCAL_TIME -> PostgresTimes.TIME;
            case LOCAL_DATE_TIME -> PostgresTimes.DATE_TIME;
            case INSTANT -> PostgresTimes.INSTANT;
            case OFFSET_DATE_TIME -> PostgresTimes.OFFSET_DATE_TIME;
            default -> Codecs.of(type);
        };
    }

    static @Nullable Codec arrayCodec(ValueType type) {
        String name = switch (type) {
            case BOOLEAN -> "bool";
            case BYTE, SHORT -> "int2";
            case INT, YEAR -> "int4";
            case LONG -> "int8";
            case DECIMAL, BIG_INTEGER, DURATION -> "numeric";
            case CHAR, STRING, URI -> "varchar";
            case FLOAT -> "float4";
            case DOUBLE -> "float8";
            case UUID -> "uuid";
            case BYTES -> "bytea";
            case LOCAL_DATE -> "date";
            case LOCAL_TIME -> "time";
            case LOCAL_DATE_TIME -> "timestamp";
            case INSTANT, OFFSET_DATE_TIME -> "timestamptz";
            case JSON -> null;
        };
        return name == null
                ? null
                : new Codec(
                        Types.ARRAY,
                        (s, i, v) -> s.setArray(i, s.getConnection().createArrayOf(name, sent(type, (Object[]) v))),
                        ResultSet::getArray);
    }

    private static Object[] sent(ValueType type, Object[] values) {
        return switch (type) {
            case BYTES -> Arrays.copyOf(values, values.length, byte[][].class);
            case LOCAL_DATE, LOCAL_TIME, LOCAL_DATE_TIME, INSTANT, OFFSET_DATE_TIME ->
                Arrays.stream(values).map(PostgresTimes::text).toArray(String[]::new);
            default -> Codecs.sent(values);
        };
    }

    static DataType<?> dataType(ColumnModel column) {
        return switch (column.type()) {
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case BYTE, SHORT -> SQLDataType.SMALLINT;
            case INT, YEAR -> SQLDataType.INTEGER;
            case LONG -> SQLDataType.BIGINT;
            case FLOAT -> SQLDataType.REAL;
            case DOUBLE -> SQLDataType.DOUBLE;
            case CHAR -> byCodePoint(SQLDataType.VARCHAR(1));
            case STRING, URI -> byCodePoint(isLarge(column) ? SQLDataType.CLOB : SQLDataType.VARCHAR(column.length()));
            case BYTES -> SQLDataType.BLOB;
            case DECIMAL -> SQLDataType.NUMERIC(column.precision(), column.scale());
            case BIG_INTEGER -> SQLDataType.NUMERIC(column.precision(), 0);
            case DURATION -> SQLDataType.NUMERIC(28, 9);
            case JSON -> SQLDataType.JSONB;
            case UUID -> SQLDataType.UUID;
            case LOCAL_DATE -> SQLDataType.LOCALDATE;
            case LOCAL_TIME -> SQLDataType.LOCALTIME(6);
            case LOCAL_DATE_TIME -> SQLDataType.LOCALDATETIME(6);
            case INSTANT, OFFSET_DATE_TIME -> SQLDataType.TIMESTAMPWITHTIMEZONE(6);
        };
    }

    /** Whether a text has a type without a length. */
    static boolean isLarge(ColumnModel column) {
        return column.length() > LONGEST_VARCHAR;
    }

    // whatever the locale of the server is
    private static DataType<String> byCodePoint(DataType<String> type) {
        return type.collation(DSL.collation("C"));
    }

    /** The most bytes that a value takes in an index, a little more rather than less. */
    static long indexBytes(ColumnModel column) {
        return switch (column.type()) {
            // three bytes for each UTF-16 code unit, and four before the text
            case STRING, URI -> 3L * column.length() + 4;
            case BYTES -> column.length() + 4L;
            case DECIMAL, BIG_INTEGER -> column.precision() / 2 + 12L;
            default -> 24;
        };
    }

    static @Nullable ValueCheck check(ColumnModel column) {
        return switch (column.type()) {
            case STRING, CHAR, URI -> PostgresTexts.CHECK;
            case JSON -> PostgresValues::jsonRefusal;
            case LOCAL_DATE -> PostgresTimes::dateRefusal;
            case LOCAL_DATE_TIME -> PostgresTimes::dateTimeRefusal;
            case INSTANT, OFFSET_DATE_TIME -> PostgresTimes::instantRefusal;
            default -> null;
        };
    }

    private static @Nullable String jsonRefusal(Object value) {
        JsonValue json = (JsonValue) value;
        if (json.texts().anyMatch(text -> text.indexOf('\0') >= 0)) {
            return "a text in JSON must not have the character NUL, which PostgreSQL does not store";
        }
        return json.numbers().allMatch(PostgresValues::isNumeric)
                ? null
                : "PostgreSQL has no numbers of more than " + MOST_WHOLE_DIGITS + " digits before the point and "
                        + MOST_FRACTION_DIGITS + " after it";
    }

    private static boolean isNumeric(Number number) {
        BigDecimal decimal = new BigDecimal(number.toString());
        return decimal.precision() - (long) decimal.scale() <= MOST_WHOLE_DIGITS
                && decimal.scale() <= MOST_FRACTION_DIGITS;
    }
}
