package dev.plinth.internal.query;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Whole numbers of a smaller type stand for those of a greater one, as in Java. */
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
        } else if (type == Integer.class && (int) number == number && !(value instanceof Long)) {
            return (int) number;
        } else if (type == Short.class && value instanceof Byte) {
            return (short) number;
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(number);
        } else if (type == BigInteger.class) {
            return BigInteger.valueOf(number);
        }
        return value;
    }
}
