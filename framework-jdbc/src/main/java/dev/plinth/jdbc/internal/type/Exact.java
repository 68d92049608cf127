package dev.plinth.jdbc.internal.type;

import dev.plinth.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** Numbers that were found in columns of other types, without loss: each is the very number, or is refused. */
public final class Exact {
    private Exact() {}

    /** How numbers of a type are read from a column whose own type is another. */
    public static Codec.Getter reader(ValueType type) {
        return (result, index) -> of(type, result.getObject(index));
    }

    /** A number, or a truth value, of what was found. A text is taken for the number that it is. */
    public static @Nullable Object of(ValueType type, @Nullable Object found) throws SQLException {
        if (found == null) {
            return null;
        }
        try {
            if (type == ValueType.BOOLEAN && found instanceof Boolean) {
                return found;
            }
            return type == ValueType.DOUBLE || type == ValueType.FLOAT
                    ? floating(type, found)
                    : whole(type, number(found).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw unreadable();
        }
    }

    private static BigDecimal number(Object found) {
        if (found instanceof BigDecimal decimal) {
            return decimal;
        } else if (found instanceof Double || found instanceof Float) {
            return new BigDecimal(((Number) found).doubleValue());
        } else if (found instanceof Number || found instanceof BigInteger || found instanceof String) {
            return new BigDecimal(found.toString().strip());
        }
        throw new NumberFormatException();
    }

    private static Object floating(ValueType type, Object found) throws SQLException {
        double value = found instanceof Double || found instanceof Float
                ? ((Number) found).doubleValue()
                : found instanceof String text
                        ? Double.parseDouble(text)
                        : number(found).doubleValue();
        if (type == ValueType.FLOAT) {
            return narrow(value);
        } else if (Double.isInfinite(value) && found instanceof BigDecimal) {
            throw unreadable();
        }
        return value;
    }

    /** The float next to a double, where there is one. */
    public static float narrow(double value) throws SQLException {
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value) || narrow == 0 && value != 0) {
            throw unreadable();
        }
        return narrow;
    }

    private static Object whole(ValueType type, long value) throws SQLException {
        return switch (type) {
            case BOOLEAN -> truth(value);
            case BYTE -> (byte) within(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> (short) within(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> Math.toIntExact(value);
            case YEAR -> Year.of((int) within(value, Year.MIN_VALUE, Year.MAX_VALUE));
            default -> value;
        };
    }

    private static long within(long value, long least, long greatest) throws SQLException {
        if (value < least || value > greatest) {
            throw unreadable();
        }
        return value;
    }

    /** 0 and 1 as what they say. */
    public static boolean truth(long value) throws SQLException {
        return within(value, 0, 1) == 1;
    }

    /** Tells that a value is none of the column's; without the value, which stays out of messages. */
    public static SQLException unreadable() {
        return new SQLDataException("a column has a value in a form that Plinth does not write", "22018");
    }
}
