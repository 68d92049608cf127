package dev.plinth.mongo.internal.type;

import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.model.ValueType;
import dev.plinth.mongo.internal.engine.Engine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * The values of a type that have an end in BSON, and what a comparison says in the place of one behind it.
 *
 * @param toBson a value of the column as BSON counts it: an instant or a decimal
 * @param limit what of these cannot be held, and the floor of that
 * @param fromBson the way back
 */
record ValueRange<T>(Function<Object, T> toBson, Limit<T> limit, Function<T, Object> fromBson) implements ValueCheck {
    /** The limits of a column whose values are dates of BSON; null where it is of another type. */
    static @Nullable ValueRange<Instant> dates(ValueType type, Engine engine) {
        Limit<Instant> dates = engine.narrowDates() ? Dates.NARROW : Dates.ALL;
        return switch (type) {
            case INSTANT -> new ValueRange<>(v -> (Instant) v, dates, v -> v);
            case OFFSET_DATE_TIME ->
                new ValueRange<>(v -> ((OffsetDateTime) v).toInstant(), dates, v -> v.atOffset(ZoneOffset.UTC));
            case LOCAL_DATE_TIME ->
                new ValueRange<>(
                        v -> ((LocalDateTime) v).toInstant(ZoneOffset.UTC),
                        dates,
                        v -> LocalDateTime.ofInstant(v, ZoneOffset.UTC));
            case LOCAL_DATE ->
                new ValueRange<>(
                        v -> ((LocalDate) v).atStartOfDay().toInstant(ZoneOffset.UTC),
                        dates,
                        v -> LocalDate.ofInstant(v, ZoneOffset.UTC));
            default -> null;
        };
    }

    static final ValueRange<BigDecimal> DECIMAL = new ValueRange<>(v -> (BigDecimal) v, new Decimals(), v -> v);
    static final ValueRange<BigDecimal> BIG_INTEGER =
            new ValueRange<>(v -> new BigDecimal((BigInteger) v), new Decimals(), BigDecimal::toBigInteger);

    @Override
    public @Nullable String refusal(Object value) {
        return limit.refusal(toBson.apply(value));
    }

    @Override
    public @Nullable Object floor(Object value) {
        T floor = limit.floor(toBson.apply(value));
        return floor == null ? null : fromBson.apply(floor);
    }

    private interface Limit<T> {
        @Nullable
        String refusal(T value);

        /** The greatest value that can be held and is not greater; null where there is none. */
        @Nullable
        T floor(T value);
    }

    private record Dates(Instant first, Instant last, String refusal) implements Limit<Instant> {
        static final Dates ALL = new Dates(
                Instant.ofEpochMilli(Long.MIN_VALUE),
                Instant.ofEpochMilli(Long.MAX_VALUE),
                "is outside of the dates of BSON, 64 bits of milliseconds around 1970");
        static final Dates NARROW = new Dates(
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999Z"),
                "is outside of the years 1 to 9999, which are those that the server holds");

        @Override
        public @Nullable String refusal(Instant value) {
            return value.isBefore(first) || value.truncatedTo(ChronoUnit.MILLIS).isAfter(last) ? refusal : null;
        }

        @Override
        public @Nullable Instant floor(Instant value) {
            return value.isBefore(first) ? null : value.isAfter(last) ? last : value;
        }
    }

    private static final class Decimals implements Limit<BigDecimal> {
        private static final MathContext DIGITS = new MathContext(34, RoundingMode.FLOOR);
        private static final BigDecimal GREATEST = new BigDecimal("9".repeat(34) + "E+6111");

        @Override
        public @Nullable String refusal(BigDecimal value) {
            if (value.signum() != 0 && value.stripTrailingZeros().precision() > DIGITS.getPrecision()) {
                return "has more than the " + DIGITS.getPrecision() + " digits of Decimal128";
            }
            try {
                new Decimal128(value);
                return null;
            } catch (NumberFormatException e) {
                return "has an exponent that Decimal128 cannot hold";
            }
        }

        @Override
        public @Nullable BigDecimal floor(BigDecimal value) {
            BigDecimal floor = value.round(DIGITS);
            if (floor.compareTo(GREATEST) > 0) {
                return GREATEST;
            }
            return floor.compareTo(GREATEST.negate()) < 0 ? null : floor;
        }
    }
}
