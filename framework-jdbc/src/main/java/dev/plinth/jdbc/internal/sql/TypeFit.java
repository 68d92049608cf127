package dev.plinth.jdbc.internal.sql;

import dev.plinth.jdbc.internal.catalog.LiveColumn;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jooq.DataType;

/** Whether a live column can hold every value of a type. Wider types are fine. */
public enum TypeFit {
    /** It can. */
    FITS,
    /** It can, but adds spaces to shorter texts. */
    PADS,
    /** It is of such a type, but too small for some of the values. */
    TOO_SMALL,
    /** It is of another type. */
    OTHER;

    /** The digits of the whole numbers of each size. */
    private static final Map<Integer, Integer> DIGITS =
            Map.of(Types.TINYINT, 3, Types.SMALLINT, 5, Types.INTEGER, 10, Types.BIGINT, 19);

    private static final Map<Class<?>, Integer> WHOLE = Map.of(
            Byte.class,
            DIGITS.get(Types.TINYINT),
            Short.class,
            DIGITS.get(Types.SMALLINT),
            Integer.class,
            DIGITS.get(Types.INTEGER),
            Long.class,
            DIGITS.get(Types.BIGINT));

    /** Compares by the types that JDBC tells. */
    public static TypeFit of(DataType<?> needed, LiveColumn column) {
        Class<?> type = needed.getType();
        Integer digits = WHOLE.get(type);
        if (digits != null) {
            return number(digits, 0, column);
        } else if (type == BigDecimal.class) {
            return number(needed.precision() - needed.scale(), needed.scale(), column);
        } else if (type == String.class) {
            return text(needed, column);
        } else if (type == byte[].class) {
            return isBytes(column) ? sized(needed, column) : OTHER;
        } else if (type == Boolean.class) {
            return of(column.type() == Types.BOOLEAN || column.type() == Types.BIT);
        } else if (type == Float.class || type == Double.class) {
            return approximate(type == Double.class, column);
        } else if (type == LocalDate.class) {
            return of(column.type() == Types.DATE);
        } else if (type == LocalTime.class) {
            return time(needed, column, Types.TIME);
        } else if (type == LocalDateTime.class) {
            return time(needed, column, Types.TIMESTAMP);
        } else if (type == OffsetDateTime.class) {
            return time(needed, column, Types.TIMESTAMP_WITH_TIMEZONE);
        }
        return of(column.typeName().equalsIgnoreCase(needed.getTypeName()));
    }

    /** The digits of the largest number of a whole type. */
    public static int digits(DataType<?> whole) {
        return WHOLE.getOrDefault(whole.getType(), DIGITS.get(Types.BIGINT));
    }

    private static TypeFit of(boolean fits) {
        return fits ? FITS : OTHER;
    }

    private static TypeFit number(int whole, int scale, LiveColumn column) {
        Integer digits = DIGITS.get(column.type());
        if (digits != null) {
            return digits >= whole && scale == 0 ? FITS : TOO_SMALL;
        } else if (column.type() != Types.NUMERIC && column.type() != Types.DECIMAL) {
            return OTHER;
        }
        boolean fits = column.size() == 0 || column.digits() >= scale && column.size() - column.digits() >= whole;
        return fits ? FITS : TOO_SMALL;
    }

    private static TypeFit approximate(boolean wide, LiveColumn column) {
        return switch (column.type()) {
            case Types.DOUBLE, Types.FLOAT -> FITS;
            case Types.REAL -> wide ? TOO_SMALL : FITS;
            default -> OTHER;
        };
    }

    private static TypeFit text(DataType<?> needed, LiveColumn column) {
        return switch (column.type()) {
            case Types.VARCHAR, Types.NVARCHAR, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB ->
                sized(needed, column);
            case Types.CHAR, Types.NCHAR -> sized(needed, column) == FITS ? PADS : TOO_SMALL;
            default -> OTHER;
        };
    }

    private static boolean isBytes(LiveColumn column) {
        boolean bytes = switch (column.type()) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
        };
        return bytes && !column.typeName().equalsIgnoreCase("uuid");
    }

    // a type without a length, such as CLOB, needs as much as there is
    private static TypeFit sized(DataType<?> needed, LiveColumn column) {
        int length = needed.lengthDefined() ? needed.length() : Integer.MAX_VALUE;
        return column.size() == 0 || column.size() >= length ? FITS : TOO_SMALL;
    }

    private static TypeFit time(DataType<?> needed, LiveColumn column, int type) {
        if (column.type() != type) {
            return OTHER;
        }
        return !needed.precisionDefined() || column.digits() >= needed.precision() ? FITS : TOO_SMALL;
    }
}
