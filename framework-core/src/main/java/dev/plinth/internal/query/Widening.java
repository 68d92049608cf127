package dev.plinth.internal.query;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Whole numbers stand for those of another type that holds them too. */
final class Widening {
    private Widening() {}

    static Object of(Object value, Class<?> type) {
        boolean whole =
                value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long;
        if (!whole || type.isInstance(value)) {
            return value;
        }
        long number = ((Number) value).longValue();
        if (type == Long.class) {
            return number;
        } else if (type == Integer.class && (int) number == number) {
            return (int) number;
        } else if (type == Short.class && (short) number == number) {
            return (short) number;
        } else if (type == Byte.class && (byte) number == number) {
            return (byte) number;
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(number);
        } else if (type == BigInteger.class) {
            return BigInteger.valueOf(number);
        }
        return value;
    }
}
