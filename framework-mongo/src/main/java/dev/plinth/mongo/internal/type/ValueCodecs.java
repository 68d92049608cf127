package dev.plinth.mongo.internal.type;

import dev.plinth.model.ColumnModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.UuidRepresentation;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/** The codec of every type of value. */
final class ValueCodecs {
    private static final String INSTANT = "instant";
    private static final String OFFSET = "offset";
    private static final int NANO_DIGITS = 9;

    private ValueCodecs() {}

    static ValueCodec of(ColumnModel column) {
        return switch (column.type()) {
            case BOOLEAN ->
                ValueCodec.whole(
                        BsonType.BOOLEAN,
                        (w, v) -> w.writeBoolean((Boolean) v),
                        ValueCodecs::readBoolean,
                        v -> BsonBoolean.valueOf((Boolean) v));
            case BYTE -> int32(v -> (Byte) v, n -> (byte) inRange(n, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case SHORT -> int32(v -> (Short) v, n -> (short) inRange(n, Short.MIN_VALUE, Short.MAX_VALUE));
            case INT -> int32(v -> (Integer) v, n -> (int) inRange(n, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case YEAR ->
                int32(v -> ((Year) v).getValue(), n -> Year.of((int) inRange(n, Year.MIN_VALUE, Year.MAX_VALUE)));
            case LONG ->
                ValueCodec.whole(
                        BsonType.INT64,
                        (w, v) -> w.writeInt64((Long) v),
                        Numbers::readLong,
                        v -> new BsonInt64((Long) v));
            case FLOAT -> floating(r -> (float) Numbers.readDouble(r));
            case DOUBLE -> floating(Numbers::readDouble);
            case CHAR -> text(ValueCodecs::readChar);
            case STRING -> ObjectIds.is(column) ? objectId() : text(ValueCodecs::readText);
            case URI -> text(r -> URI.create(readText(r)));
            case DECIMAL -> decimal(v -> (BigDecimal) v, r -> atScale(Numbers.readDecimal(r), column.scale()));
            case BIG_INTEGER -> decimal(v -> new BigDecimal((BigInteger) v), Numbers::readInteger);
            case DURATION -> decimal(v -> seconds((Duration) v), r -> duration(Numbers.readDecimal(r)));
            case JSON -> JsonBson.CODEC;
            case UUID -> uuid();
            case BYTES -> bytes();
            case LOCAL_DATE -> date(v -> ((LocalDate) v).atStartOfDay(), t -> utc(t).toLocalDate());
            case LOCAL_TIME -> date(v -> ((LocalTime) v).atDate(LocalDate.EPOCH), t -> utc(t).toLocalTime());
            case LOCAL_DATE_TIME -> date(v -> (LocalDateTime) v, ValueCodecs::utc);
            case INSTANT -> millis(v -> ((Instant) v).toEpochMilli(), Instant::ofEpochMilli);
            case OFFSET_DATE_TIME -> offsetDateTime();
        };
    }

    private static ValueCodec int32(ToIntFunction<Object> to, LongFunction<Object> from) {
        return ValueCodec.whole(
                BsonType.INT32,
                (w, v) -> w.writeInt32(to.applyAsInt(v)),
                r -> from.apply(Numbers.readLong(r)),
                v -> new BsonInt32(to.applyAsInt(v)));
    }

    private static ValueCodec floating(Function<BsonReader, Object> reader) {
        return ValueCodec.whole(
                BsonType.DOUBLE,
                (w, v) -> w.writeDouble(((Number) v).doubleValue()),
                reader,
                v -> new BsonDouble(((Number) v).doubleValue()));
    }

    private static ValueCodec text(Function<BsonReader, Object> reader) {
        return ValueCodec.whole(
                BsonType.STRING, (w, v) -> w.writeString(v.toString()), reader, v -> new BsonString(v.toString()));
    }

    private static ValueCodec decimal(Function<Object, BigDecimal> to, Function<BsonReader, Object> from) {
        return ValueCodec.whole(
                BsonType.DECIMAL128,
                (w, v) -> w.writeDecimal128(new Decimal128(to.apply(v))),
                from,
                v -> new BsonDecimal128(new Decimal128(to.apply(v))));
    }

    private static ValueCodec date(Function<Object, LocalDateTime> to, LongFunction<Object> from) {
        return millis(v -> to.apply(v).toInstant(ZoneOffset.UTC).toEpochMilli(), from);
    }

    private static ValueCodec millis(ToLongFunction<Object> to, LongFunction<Object> from) {
        return ValueCodec.whole(
                BsonType.DATE_TIME,
                (w, v) -> w.writeDateTime(to.applyAsLong(v)),
                r -> from.apply(readDateTime(r)),
                v -> new BsonDateTime(to.applyAsLong(v)));
    }

    private static ValueCodec uuid() {
        return ValueCodec.whole(
                BsonType.BINARY,
                (w, v) -> w.writeBinaryData(binary((UUID) v)),
                ValueCodecs::readUuid,
                v -> binary((UUID) v));
    }

    private static ValueCodec objectId() {
        return ValueCodec.whole(
                BsonType.OBJECT_ID,
                (w, v) -> w.writeObjectId(new ObjectId((String) v)),
                ValueCodecs::readObjectId,
                v -> new BsonObjectId(new ObjectId((String) v)));
    }

    private static Object readObjectId(BsonReader reader) {
        expect(reader, BsonType.OBJECT_ID);
        return reader.readObjectId().toHexString();
    }

    private static ValueCodec bytes() {
        return ValueCodec.whole(
                BsonType.BINARY,
                (w, v) -> w.writeBinaryData(new BsonBinary((byte[]) v)),
                r -> readBinary(r).getData(),
                v -> new BsonBinary((byte[]) v));
    }

    private static ValueCodec offsetDateTime() {
        Function<Object, BsonDateTime> instant =
                v -> new BsonDateTime(((OffsetDateTime) v).toInstant().toEpochMilli());
        Function<Object, BsonInt32> offset =
                v -> new BsonInt32(((OffsetDateTime) v).getOffset().getTotalSeconds());
        return new ValueCodec(
                BsonType.DOCUMENT,
                (w, v) -> {
                    w.writeStartDocument();
                    w.writeDateTime(INSTANT, instant.apply(v).getValue());
                    w.writeInt32(OFFSET, offset.apply(v).getValue());
                    w.writeEndDocument();
                },
                ValueCodecs::readOffsetDateTime,
                v -> new BsonDocument(INSTANT, instant.apply(v)).append(OFFSET, offset.apply(v)),
                instant::apply,
                INSTANT);
    }

    private static Object readOffsetDateTime(BsonReader reader) {
        expect(reader, BsonType.DOCUMENT);
        long instant = 0;
        int offset = 0;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case INSTANT -> instant = readDateTime(reader);
                case OFFSET -> offset = (int) Numbers.readLong(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return Instant.ofEpochMilli(instant).atOffset(ZoneOffset.ofTotalSeconds(offset));
    }

    private static Object readBoolean(BsonReader reader) {
        expect(reader, BsonType.BOOLEAN);
        return reader.readBoolean();
    }

    private static String readText(BsonReader reader) {
        expect(reader, BsonType.STRING);
        return reader.readString();
    }

    private static Object readChar(BsonReader reader) {
        String text = readText(reader);
        if (text.length() != 1) {
            throw new ValueCodec.WrongTypeException("has a text where one character is wanted");
        }
        return text.charAt(0);
    }

    private static long readDateTime(BsonReader reader) {
        expect(reader, BsonType.DATE_TIME);
        return reader.readDateTime();
    }

    private static Object readUuid(BsonReader reader) {
        BsonBinary binary = readBinary(reader);
        if (binary.getType() != BsonBinarySubType.UUID_STANDARD.getValue()) {
            throw new ValueCodec.WrongTypeException(
                    "has the binary subtype " + binary.getType() + " where 4, a standard UUID, is wanted");
        }
        return binary.asUuid(UuidRepresentation.STANDARD);
    }

    private static BsonBinary readBinary(BsonReader reader) {
        expect(reader, BsonType.BINARY);
        return reader.readBinaryData();
    }

    private static void expect(BsonReader reader, BsonType type) {
        if (reader.getCurrentBsonType() != type) {
            throw ValueCodec.WrongTypeException.found(reader.getCurrentBsonType(), type.name());
        }
    }

    private static BsonBinary binary(UUID value) {
        return new BsonBinary(value, UuidRepresentation.STANDARD);
    }

    private static long inRange(long number, long least, long greatest) {
        if (number < least || number > greatest) {
            throw new ValueCodec.WrongTypeException(
                    "has a number outside of the property's range from " + least + " to " + greatest);
        }
        return number;
    }

    private static BigDecimal atScale(BigDecimal value, int scale) {
        if (value.scale() <= scale) {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() <= scale ? stripped.setScale(scale, RoundingMode.UNNECESSARY) : value;
    }

    private static BigDecimal seconds(Duration value) {
        return BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), NANO_DIGITS));
    }

    private static Duration duration(BigDecimal seconds) {
        BigInteger nanos = seconds.movePointRight(NANO_DIGITS).toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.TEN.pow(NANO_DIGITS));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    private static LocalDateTime utc(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
