package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.jdbc.internal.type.Exact;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of SQLite, which has 64-bit numbers, text and bytes: all else is text or bytes that sort as the values do. */
final class SqliteValues {
    private static final SortedNumber SECONDS = new SortedNumber(28, 9);

    private static final Codec UUID_BYTES =
            new Codec(Types.BINARY, (s, i, v) -> s.setBytes(i, bytes((UUID) v)), SqliteValues::uuid);

    // where another program has left the offset null it is UTC
    private static final Codec OFFSET_DATE_TIME = Codec.withOffset(
            Types.VARCHAR,
            (s, i, v) -> s.setString(i, SortedTime.of((OffsetDateTime) v)),
            SqliteValues::offsetDateTime,
            new Codec(
                    Types.INTEGER,
                    (s, i, v) -> s.setInt(i, ((OffsetDateTime) v).getOffset().getTotalSeconds()),
                    ResultSet::getInt));

    private SqliteValues() {}

    static Codec codec(ColumnModel column) {
        return switch (column.type()) {
            case DECIMAL -> {
                SortedNumber number = new SortedNumber(column.precision(), column.scale());
                yield text(v -> number.write((BigDecimal) v), number::read);
            }
            case BIG_INTEGER -> {
                SortedNumber number = new SortedNumber(column.precision(), 0);
                yield text(
                        v -> number.write(new BigDecimal((BigInteger) v)),
                        text -> number.read(text).toBigIntegerExact());
            }
            case DURATION ->
                text(v -> SECONDS.write(Codecs.seconds((Duration) v)), text -> Codecs.duration(SECONDS.read(text)));
            case UUID -> UUID_BYTES;
            case LOCAL_DATE -> text(v -> SortedTime.of((LocalDate) v), SortedTime::date);
            case LOCAL_TIME -> text(v -> SortedTime.of((LocalTime) v), LocalTime::parse);
            case LOCAL_DATE_TIME -> text(v -> SortedTime.of((LocalDateTime) v), SortedTime::dateTime);
            case INSTANT -> text(v -> SortedTime.of((Instant) v), SortedTime::instant);
            case OFFSET_DATE_TIME -> OFFSET_DATE_TIME;
            case STRING -> Codecs.TEXT;
            case BOOLEAN, BYTE, SHORT, INT, LONG, YEAR, FLOAT, DOUBLE -> SqliteNumbers.codec(column.type());
            default -> Codecs.of(column.type());
        };
    }

    /** Lists of numbers, texts and UUIDs are sent as JSON, in hexadecimal because its functions stop at NUL. */
    static @Nullable Codec arrayCodec(ValueType type) {
        return switch (type) {
            case BYTE, SHORT, INT, LONG, YEAR, CHAR, STRING, URI, UUID ->
                new Codec(Types.VARCHAR, (s, i, v) -> s.setString(i, json((Object[]) v)), ResultSet::getString);
            default -> null;
        };
    }

    static String inArray(ValueType type) {
        String value = switch (type) {
            case CHAR, STRING, URI -> "cast(unhex(value) as text)";
            case UUID -> "unhex(value)";
            default -> "cast(unhex(value) as integer)";
        };
        return "{0} in (select " + value + " from json_each({1}))";
    }

    private static String json(Object[] values) {
        StringBuilder json = new StringBuilder("[");
        for (Object value : values) {
            byte[] bytes =
                    value instanceof UUID uuid ? bytes(uuid) : value.toString().getBytes(StandardCharsets.UTF_8);
            json.append(json.length() == 1 ? "\"" : ",\"")
                    .append(HexFormat.of().formatHex(bytes))
                    .append('"');
        }
        return json.append(']').toString();
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static Codec text(Function<Object, String> writer, Function<String, Object> reader) {
        return new Codec(Types.VARCHAR, (s, i, v) -> s.setString(i, writer.apply(v)), (r, i) -> read(r, i, reader));
    }

    private static @Nullable Object read(ResultSet result, int index, Function<String, Object> reader)
            throws SQLException {
        String text = result.getString(index);
        try {
            return text == null ? null : reader.apply(text);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Exact.unreadable();
        }
    }

    private static @Nullable Object offsetDateTime(ResultSet result, int index) throws SQLException {
        Instant instant = (Instant) read(result, index, SortedTime::instant);
        if (instant == null) {
            return null;
        }
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(result.getInt(index + 1));
        // by its seconds in that place, because the instant itself may be too far away for a year
        return LocalDateTime.ofEpochSecond(
                        instant.getEpochSecond() + offset.getTotalSeconds(), instant.getNano(), ZoneOffset.UTC)
                .atOffset(offset);
    }

    private static @Nullable Object uuid(ResultSet result, int index) throws SQLException {
        byte[] bytes = result.getBytes(index);
        if (bytes == null) {
            return null;
        } else if (bytes.length != 16) {
            throw Exact.unreadable();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
