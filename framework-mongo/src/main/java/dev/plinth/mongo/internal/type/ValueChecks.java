package dev.plinth.mongo.internal.type;

import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.model.ColumnModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** What BSON cannot hold, by type of value. */
public final class ValueChecks {
    private static final int MAX_DIGITS = 34;
    // a document has at most 16 MiB; this leaves room for its other fields
    private static final int MAX_BYTES = 16 * 1024 * 1024 - 16 * 1024;
    private static final int MAX_BYTES_PER_UNIT = 3;

    private ValueChecks() {}

    /**
     * The check of a column.
     *
     * @param column the column
     * @return the check, or null where every value can be held
     */
    public static @Nullable ValueCheck of(ColumnModel column) {
        return switch (column.type()) {
            case CHAR, STRING, URI -> ValueChecks::text;
            case BYTES -> v -> ((byte[]) v).length > MAX_BYTES ? "is larger than a document of 16 MB can hold" : null;
            case DECIMAL -> v -> decimal((BigDecimal) v);
            case BIG_INTEGER -> v -> decimal(new BigDecimal((BigInteger) v));
            case LOCAL_DATE -> v -> instant(((LocalDate) v).atStartOfDay().toInstant(ZoneOffset.UTC));
            case LOCAL_DATE_TIME -> v -> instant(((LocalDateTime) v).toInstant(ZoneOffset.UTC));
            case INSTANT -> v -> instant((Instant) v);
            case OFFSET_DATE_TIME -> v -> instant(((OffsetDateTime) v).toInstant());
            default -> null;
        };
    }

    private static @Nullable String text(Object value) {
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            if (!Character.isHighSurrogate(unit)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) {
                return "has half a surrogate pair, which UTF-8 cannot hold";
            }
            i++;
        }
        boolean large = (long) text.length() * MAX_BYTES_PER_UNIT > MAX_BYTES
                && text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
        return large ? "is larger than a document of 16 MB can hold" : null;
    }

    private static @Nullable String decimal(BigDecimal value) {
        if (value.signum() != 0 && value.stripTrailingZeros().precision() > MAX_DIGITS) {
            return "has more than the " + MAX_DIGITS + " digits of Decimal128";
        }
        try {
            new Decimal128(value);
            return null;
        } catch (NumberFormatException e) {
            return "has an exponent that Decimal128 cannot hold";
        }
    }

    private static @Nullable String instant(Instant value) {
        try {
            value.toEpochMilli();
            return null;
        } catch (ArithmeticException e) {
            return "is outside of the dates of BSON, 64 bits of milliseconds around 1970";
        }
    }
}
