package dev.plinth.internal.values;

import dev.plinth.backend.Store;
import dev.plinth.error.EntityMappingException;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.JsonValue;
import dev.plinth.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** What one column can hold. Immutable. */
public final class ColumnRule {
    private static final int DEEPEST_JSON = 500;
    private static final int MOST_JSON_DIGITS = 10_000;
    private static final String HALF_A_PAIR =
            "half of a surrogate pair without its other half is not a text; repair the text where it was cut";

    private final ColumnModel column;
    private final Store.@Nullable ValueCheck check;
    private final long nanoUnit;

    /**
     * Combines the limits of the model and of the database.
     *
     * @param column the column
     * @param store the database
     */
    public ColumnRule(ColumnModel column, Store store) {
        this.column = column;
        this.check = store.check(column);
        int digits = column.secondPrecision() >= 0
                ? Math.min(column.secondPrecision(), store.secondPrecision())
                : store.secondPrecision();
        this.nanoUnit = BigInteger.TEN.pow(9 - digits).longValueExact();
    }

    /**
     * The column.
     *
     * @return the column
     */
    public ColumnModel column() {
        return column;
    }

    /**
     * The smallest step of a temporal column.
     *
     * @return nanoseconds
     */
    public long nanoUnit() {
        return nanoUnit;
    }

    /**
     * Whether values of this column are always as they should be, so that neither {@link #toPrecision} nor
     * {@link #refusal} has anything to do but for null.
     *
     * @return true for booleans, whole numbers and the like
     */
    public boolean isTrivial() {
        return check == null
                && switch (column.type()) {
                    case BOOLEAN, BYTE, SHORT, INT, LONG, UUID, LOCAL_DATE, DURATION, YEAR -> true;
                    default -> false;
                };
    }

    /**
     * Brings a value to the precision of the column: times are truncated, decimals get the column's scale where no digit
     * but zeros is lost, the negative zero becomes zero.
     *
     * @param value a value of the column
     * @return the value as the column holds it; where a decimal does not fit, the value itself
     */
    public Object toPrecision(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.scale() == column.scale() ? decimal : rescaled(decimal);
        } else if (value instanceof Double number && number == 0.0) {
            return 0.0;
        } else if (value instanceof Float number && number == 0.0f) {
            return 0.0f;
        } else if (column.type().isTemporal()) {
            return truncated(value);
        }
        return value;
    }

    private BigDecimal rescaled(BigDecimal decimal) {
        // a huge exponent would make a huge number; its precision refuses it anyway
        if (decimal.precision() - (long) decimal.scale() > column.precision()) {
            return decimal;
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() <= column.scale() ? stripped.setScale(column.scale()) : decimal;
    }

    private Object truncated(Object value) {
        if (nanoUnit == 1) {
            return value;
        }
        Temporal temporal = (Temporal) value;
        long nanos = temporal.getLong(ChronoField.NANO_OF_SECOND);
        return nanos % nanoUnit == 0 ? value : temporal.with(ChronoField.NANO_OF_SECOND, nanos - nanos % nanoUnit);
    }

    /**
     * Says why the column cannot hold a value.
     *
     * @param value a value of the column's precision
     * @return the limit that it breaks, in words; null where the column can hold it
     */
    public @Nullable String refusal(Object value) {
        String refusal = modelRefusal(value);
        return refusal != null || check == null ? refusal : check.refusal(value);
    }

    private @Nullable String modelRefusal(Object value) {
        switch (column.type()) {
            case STRING, URI, CHAR -> {
                return textRefusal(value.toString());
            }
            case BYTES -> {
                int length = ((byte[]) value).length;
                return length > column.length()
                        ? length + " bytes are more than the column's length of " + column.length()
                                + "; raise @Column(length)"
                        : null;
            }
            case DECIMAL -> {
                return decimalRefusal((BigDecimal) value);
            }
            case BIG_INTEGER -> {
                int digits = new BigDecimal((BigInteger) value).precision();
                return digits > column.precision()
                        ? "a number of " + digits + " digits has more than the column's precision of "
                                + column.precision() + "; raise @Column(precision)"
                        : null;
            }
            case JSON -> {
                return jsonRefusal((JsonValue) value);
            }
            case DOUBLE, FLOAT -> {
                return Double.isNaN(((Number) value).doubleValue()) ? "NaN is not a value; use null" : null;
            }
            default -> {
                return null;
            }
        }
    }

    private @Nullable String jsonRefusal(JsonValue value) {
        if (value.depth() > DEEPEST_JSON) {
            return "JSON that is nested more than " + DEEPEST_JSON + " levels deep is not written; make it flatter";
        }
        if (!value.numbers().allMatch(ColumnRule::isWritable)) {
            return "a number of JSON with more than " + MOST_JSON_DIGITS
                    + " digits before or after the point is not written; round it, or make it a text";
        }
        return value.texts().allMatch(Texts::isWellFormed) ? unreadable(value) : HALF_A_PAIR;
    }

    // a database writes a huge exponent out, and to work with that many digits takes seconds
    private static boolean isWritable(Number number) {
        if (number instanceof BigInteger integer) {
            return integer.bitLength() * Math.log10(2) <= MOST_JSON_DIGITS;
        }
        return !(number instanceof BigDecimal decimal)
                || Math.abs((long) decimal.scale()) <= MOST_JSON_DIGITS
                        && decimal.precision() - (long) decimal.scale() <= MOST_JSON_DIGITS;
    }

    // what could be written but not read again
    private @Nullable String unreadable(JsonValue value) {
        try {
            column.toDomain(value);
            return null;
        } catch (EntityMappingException e) {
            return "it could not be read again: " + e.getMessage();
        }
    }

    private @Nullable String textRefusal(String text) {
        if (column.type() != ValueType.CHAR && text.length() > column.length()) {
            return "a text of " + text.length() + " characters is longer than the column's length of " + column.length()
                    + "; raise @Column(length)";
        }
        return Texts.isWellFormed(text) ? null : HALF_A_PAIR;
    }

    private @Nullable String decimalRefusal(BigDecimal value) {
        if (value.scale() > column.scale()) {
            return "a decimal with " + value.stripTrailingZeros().scale() + " digits after the point has more than the"
                    + " column's scale of " + column.scale()
                    + " and is never rounded; round it or raise @Column(scale)";
        }
        long whole = value.precision() - (long) value.scale();
        return whole > column.precision() - column.scale()
                ? "a decimal with " + whole + " digits before the point has more than the "
                        + (column.precision() - column.scale()) + " of the column; raise @Column(precision)"
                : null;
    }

    /**
     * The greatest value of the column's precision and of the database that is not greater than the given one. For
     * comparing a column with a value that it cannot hold.
     *
     * @param value a value of the column's type
     * @return the value itself where it needs no other; null where it is less than all that the database can hold
     */
    public @Nullable Object floor(Object value) {
        Object floor = precisionFloor(value);
        return check == null || check.refusal(floor) == null ? floor : check.floor(floor);
    }

    private Object precisionFloor(Object value) {
        if (value instanceof BigDecimal decimal && decimal.scale() > column.scale()) {
            BigDecimal stripped = decimal.stripTrailingZeros();
            return stripped.scale() <= column.scale() ? toPrecision(decimal) : floorAtScale(decimal);
        }
        return toPrecision(value);
    }

    private BigDecimal floorAtScale(BigDecimal decimal) {
        // no digit is before the last place of the column; to bring so small an exponent there could take forever
        if ((long) decimal.scale() - column.scale() > decimal.precision()) {
            return BigDecimal.valueOf(decimal.signum() < 0 ? -1 : 0, column.scale());
        }
        return decimal.setScale(column.scale(), RoundingMode.FLOOR);
    }

    /**
     * The version that follows another.
     *
     * @param previous the version before, or null for a new row
     * @param now the time
     * @return the next version
     */
    public Object nextVersion(@Nullable Object previous, Instant now) {
        if (column.type() == ValueType.INSTANT) {
            Instant next = (Instant) truncated(now);
            Instant least = previous == null ? Instant.MIN : ((Instant) previous).plusNanos(nanoUnit);
            return next.isBefore(least) ? least : next;
        } else if (column.type() == ValueType.INT) {
            return previous == null ? 1 : Math.addExact((Integer) previous, 1);
        }
        return previous == null ? 1L : Math.addExact((Long) previous, 1L);
    }

    /**
     * Compares a value with its form at the column's precision.
     *
     * @param value a value
     * @param held what {@link #toPrecision} or {@link #floor} has made of it
     * @return true where nothing was lost
     */
    public static boolean isExact(Object value, Object held) {
        if (value instanceof OffsetDateTime || value instanceof LocalDateTime || value instanceof LocalTime) {
            return value.equals(held);
        }
        return dev.plinth.model.Values.same(value, held);
    }
}
