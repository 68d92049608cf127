package dev.plinth.mongo.internal.type;

import dev.plinth.backend.Store.ValueCheck;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    static final ValueRange<Instant> INSTANT = new ValueRange<>(v -> (Instant) v, new Dates(), v -> v);
    static final ValueRange<Instant> OFFSET_DATE_TIME =
            new ValueRange<>(v -> ((OffsetDateTime) v).toInstant(), new Dates(), v -> v.atOffset(ZoneOffset.UTC));
    static final ValueRange<Instant> LOCAL_DATE_TIME = new ValueRange<>(
            v -> ((LocalDateTime) v).toInstant(ZoneOffset.UTC),
            new Dates(),
            v -> LocalDateTime.ofInstant(v, ZoneOffset.UTC));
    static final ValueRange<Instant> LOCAL_DATE = new ValueRange<>(
            v -> ((LocalDate) v).atStartOfDay().toInstant(ZoneOffset.UTC),
            new Dates(),
            v -> LocalDate.ofInstant(v, ZoneOffset.UTC));
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

    private static final class Dates implements Limit<Instant> {
        private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
        private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

        @Override
        public @Nullable String refusal(Instant value) {
            try {
                value.toEpochMilli();
                return null;
            } catch (ArithmeticException e) {
                return "is outside of the dates of BSON, 64 bits of milliseconds around 1970";
            }
        }

        @Override
        public @Nullable Instant floor(Instant value) {
            return value.isBefore(FIRST) ? null : value.isAfter(LAST) ? LAST : value;
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
