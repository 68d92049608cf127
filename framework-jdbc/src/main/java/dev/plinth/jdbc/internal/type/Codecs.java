package dev.plinth.jdbc.internal.type;

import dev.plinth.model.JsonValue;
import dev.plinth.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs that JDBC 4.2 itself defines. A dialect uses them, or has its own where its driver differs. */
public final class Codecs {
    /** Text. */
    public static final Codec TEXT =
            new Codec(Types.VARCHAR, (s, i, v) -> s.setString(i, (String) v), ResultSet::getString);
    /** Text, without the spaces that fill a column of fixed width and are no part of its value. */
    private static final Codec UNPADDED =
            new Codec(Types.VARCHAR, (s, i, v) -> s.setString(i, (String) v), Codecs::unpadded);
    /** 64-bit numbers. */
    public static final Codec LONG =
            new Codec(Types.BIGINT, (s, i, v) -> s.setLong(i, (Long) v), (r, i) -> orNull(r, r.getLong(i)));

    /** Arrays of values of any type, each in the form that its own codec sends. */
    public static final Codec ARRAY =
            new Codec(Types.ARRAY, (s, i, v) -> s.setObject(i, sent((Object[]) v)), ResultSet::getArray);

    /** JSON as text. */
    public static final Codec JSON =
            new Codec(Types.VARCHAR, (s, i, v) -> s.setString(i, ((JsonValue) v).text()), Codecs::json);

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    private Codecs() {}

    /** The codec of a value type. */
    public static Codec of(ValueType type) {
        return switch (type) {
            case BOOLEAN ->
                new Codec(
                        Types.BOOLEAN, (s, i, v) -> s.setBoolean(i, (Boolean) v), (r, i) -> orNull(r, r.getBoolean(i)));
            case BYTE ->
                new Codec(Types.TINYINT, (s, i, v) -> s.setByte(i, (Byte) v), (r, i) -> orNull(r, r.getByte(i)));
            case SHORT ->
                new Codec(Types.SMALLINT, (s, i, v) -> s.setShort(i, (Short) v), (r, i) -> orNull(r, r.getShort(i)));
            case INT ->
                new Codec(Types.INTEGER, (s, i, v) -> s.setInt(i, (Integer) v), (r, i) -> orNull(r, r.getInt(i)));
            case LONG -> LONG;
            case FLOAT ->
                new Codec(Types.REAL, (s, i, v) -> s.setFloat(i, (Float) v), (r, i) -> orNull(r, r.getFloat(i)));
            case DOUBLE ->
                new Codec(Types.DOUBLE, (s, i, v) -> s.setDouble(i, (Double) v), (r, i) -> orNull(r, r.getDouble(i)));
            case CHAR -> new Codec(Types.VARCHAR, (s, i, v) -> s.setString(i, v.toString()), Codecs::character);
            case STRING -> UNPADDED;
            case DECIMAL -> decimal(v -> (BigDecimal) v, v -> v);
            case BIG_INTEGER -> decimal(v -> new BigDecimal((BigInteger) v), BigDecimal::toBigIntegerExact);
            case DURATION -> decimal(v -> seconds((Duration) v), Codecs::duration);
            case BYTES -> new Codec(Types.VARBINARY, (s, i, v) -> s.setBytes(i, (byte[]) v), ResultSet::getBytes);
            case YEAR ->
                new Codec(
                        Types.INTEGER,
                        (s, i, v) -> s.setInt(i, ((Year) v).getValue()),
                        (r, i) -> mapped(orNull(r, r.getInt(i)), value -> Year.of((Integer) value)));
            case URI ->
                new Codec(
                        Types.VARCHAR,
                        (s, i, v) -> s.setString(i, v.toString()),
                        (r, i) -> mapped(r.getString(i), URI::create));
            case JSON -> JSON;
            case UUID -> object(Types.OTHER, UUID.class);
            case LOCAL_DATE -> object(Types.DATE, LocalDate.class);
            case LOCAL_TIME -> object(Types.TIME, LocalTime.class);
            case LOCAL_DATE_TIME -> object(Types.TIMESTAMP, LocalDateTime.class);
            case INSTANT -> object(Types.TIMESTAMP_WITH_TIMEZONE, Instant.class);
            case OFFSET_DATE_TIME -> object(Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class);
        };
    }

    /** The values of an array as each one's own codec sends them. */
    public static Object[] sent(Object[] values) {
        return Arrays.stream(values).map(Codecs::sent).toArray();
    }

    private static Object sent(Object value) {
        if (value instanceof Character || value instanceof URI) {
            return value.toString();
        } else if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        } else if (value instanceof Duration duration) {
            return seconds(duration);
        }
        return value instanceof Year year ? (Object) year.getValue() : value;
    }

    private static Codec object(int sqlType, Class<?> type) {
        return new Codec(sqlType, PreparedStatement::setObject, (r, i) -> r.getObject(i, type));
    }

    private static Codec decimal(Function<Object, BigDecimal> to, Function<BigDecimal, Object> from) {
        return new Codec(
                Types.NUMERIC,
                (s, i, v) -> s.setBigDecimal(i, to.apply(v)),
                (r, i) -> mapped(r.getBigDecimal(i), from));
    }

    private static @Nullable String unpadded(ResultSet result, int index) throws SQLException {
        String text = result.getString(index);
        if (text == null || !text.endsWith(" ")) {
            return text;
        }
        int type = result.getMetaData().getColumnType(index);
        return type == Types.CHAR || type == Types.NCHAR ? text.replaceFirst(" +$", "") : text;
    }

    // some drivers read a blank in a column of fixed width as nothing
    private static @Nullable Object character(ResultSet result, int index) throws SQLException {
        String text = result.getString(index);
        if (text == null || text.length() == 1) {
            return text == null ? null : (Object) text.charAt(0);
        }
        String unpadded = String.valueOf(unpadded(result, index));
        int type = result.getMetaData().getColumnType(index);
        if (unpadded.isEmpty() && (type == Types.CHAR || type == Types.NCHAR)) {
            return ' ';
        } else if (unpadded.length() != 1) {
            throw Exact.unreadable();
        }
        return unpadded.charAt(0);
    }

    private static @Nullable Object orNull(ResultSet result, Object value) throws SQLException {
        return result.wasNull() ? null : value;
    }

    private static <T> @Nullable Object mapped(@Nullable T value, Function<T, Object> function) {
        return value == null ? null : function.apply(value);
    }

    /** Reads a text as JSON. The value itself is in no message. */
    public static @Nullable Object json(ResultSet result, int index) throws SQLException {
        String text = result.getString(index);
        try {
            return text == null ? null : JsonValue.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SQLDataException("a column has a text in it that is not JSON", "22032", e);
        }
    }

    /** A duration as seconds. */
    public static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    /** Seconds as a duration. */
    public static Duration duration(BigDecimal seconds) {
        BigInteger[] parts = seconds.setScale(9).unscaledValue().divideAndRemainder(NANOS_PER_SECOND);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
    }
}
