package dev.plinth.jdbc.internal.fit;

import dev.plinth.jdbc.internal.fit.ColumnFit.WriteCheck;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** What an engine would cut, round or turn into something else without a word. */
final class WriteChecks {
    private static final int FLOAT_DIGITS = 6;
    private static final int DOUBLE_DIGITS = 15;
    private static final int SECOND_DIGITS = 9;
    private static final String CONVERTER = " Map the property with a converter to the type that the column has";

    private final boolean shortFloats;

    WriteChecks(boolean shortFloats) {
        this.shortFloats = shortFloats;
    }

    @Nullable
    WriteCheck of(ColumnModel column, Found found) {
        return switch (column.type()) {
            case BOOLEAN -> found.isText() ? value -> "the column has texts (" + found.name() + ")." + CONVERTER : null;
            case BYTE, SHORT, INT, YEAR, LONG, BIG_INTEGER, DECIMAL, DURATION, FLOAT, DOUBLE -> ofNumber(column, found);
            case CHAR, STRING, URI ->
                found.isNumber() || found.type() == Types.BOOLEAN ? value -> ofText(value.toString(), found) : null;
            case UUID ->
                found.isNamed("binary") && found.size() > 16
                        ? value -> "the column has " + found.size() + " bytes, and fills those that a UUID has not"
                        : null;
            case LOCAL_DATE_TIME -> found.isDate() ? WriteChecks::ofDate : null;
            default -> null;
        };
    }

    private static @Nullable String ofDate(Object value) {
        return ((LocalDateTime) value).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? null
                : "the column has no time of the day, which would be dropped. Map the property as a LocalDate";
    }

    private static @Nullable String ofText(String text, Found found) {
        try {
            boolean same = (found.isDecimal() || found.isWhole())
                    && new BigDecimal(text)
                            .setScale(Math.max(0, found.scale()))
                            .toPlainString()
                            .equals(text);
            return same ? null : textOfNumber(found);
        } catch (ArithmeticException | NumberFormatException e) {
            return textOfNumber(found);
        }
    }

    private static String textOfNumber(Found found) {
        return "the column has numbers (" + found.name() + "), and the text is not how one is read from it."
                + CONVERTER;
    }

    private @Nullable WriteCheck ofNumber(ColumnModel column, Found found) {
        ValueType type = column.type();
        int scale = scale(column);
        if (found.isNamed("money")) {
            return scale > 2 ? value -> rounded(value, 2) : null;
        } else if (found.isNamed("decfloat")) {
            return null;
        } else if (found.isWhole() || found.isDecimal() && found.size() > 0) {
            int kept = found.isWhole() ? 0 : found.scale();
            return scale > kept ? value -> rounded(value, kept) : null;
        } else if (found.type() == Types.BOOLEAN && !shortFloats) {
            return value -> number(value).signum() == 0 || number(value).compareTo(BigDecimal.ONE) == 0
                    ? null
                    : "the column has true and false only." + CONVERTER;
        } else if (found.type() == Types.REAL) {
            return type == ValueType.FLOAT && !shortFloats ? null : value -> ofReal(value);
        } else if (found.isFloating() && type != ValueType.FLOAT && type != ValueType.DOUBLE && digits(type) > 15) {
            return WriteChecks::ofDouble;
        }
        return null;
    }

    private static int scale(ColumnModel column) {
        return switch (column.type()) {
            case DECIMAL -> column.scale();
            case DURATION -> SECOND_DIGITS;
            case FLOAT, DOUBLE -> Integer.MAX_VALUE;
            default -> 0;
        };
    }

    private static int digits(ValueType type) {
        return switch (type) {
            case BYTE, SHORT, INT, YEAR -> 10;
            default -> Integer.MAX_VALUE;
        };
    }

    private static @Nullable String rounded(Object value, int kept) {
        BigDecimal number = number(value).stripTrailingZeros();
        boolean whole = number.scale() <= kept;
        boolean exact = value instanceof Float
                ? number.precision() <= FLOAT_DIGITS
                : !(value instanceof Double) || number.precision() <= DOUBLE_DIGITS;
        return whole && exact
                ? null
                : "the column has " + kept
                        + " digits after the point, and the number would be rounded. Round it before,"
                        + " or give the column more digits";
    }

    private @Nullable String ofReal(Object value) {
        boolean kept = value instanceof Double number && !shortFloats
                ? number.isNaN() || (double) number.floatValue() == number
                : number(value).stripTrailingZeros().precision() <= FLOAT_DIGITS;
        return kept ? null : floating(FLOAT_DIGITS);
    }

    private static @Nullable String ofDouble(Object value) {
        return number(value).stripTrailingZeros().precision() <= DOUBLE_DIGITS ? null : floating(DOUBLE_DIGITS);
    }

    private static String floating(int digits) {
        return "the column is one of floating point, which keeps " + digits
                + " digits, and the number would be rounded." + " Round it before, or give the column another type";
    }

    private static BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        } else if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        } else if (value instanceof Duration duration) {
            return Codecs.seconds(duration);
        } else if (value instanceof Year year) {
            return BigDecimal.valueOf(year.getValue());
        }
        Number number = (Number) value;
        // those that are no numbers are for the engine to refuse
        return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
    }
}
