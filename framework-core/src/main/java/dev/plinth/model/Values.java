package dev.plinth.model;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/** What equality, order and case mean for the values of columns, on every backend. */
public final class Values {
    /** Orders texts by code point, which is the order of their UTF-8 bytes. */
    public static final Comparator<String> CODE_POINT_ORDER = Values::compareCodePoints;

    private Values() {}

    /**
     * Whether two values are the same: decimals by value, offset date-times by instant, bytes by content, -0.0 as 0.0,
     * URIs as they are written.
     *
     * @param a a value, not null
     * @param b a value of the same type, not null
     * @return true where they are
     */
    public static boolean same(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        } else if (a instanceof OffsetDateTime x && b instanceof OffsetDateTime y) {
            return x.isEqual(y);
        } else if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.equals(x, y);
        } else if (a instanceof URI x && b instanceof URI y) {
            return x.toString()
                    .equals(y.toString()); // URI.equals ignores the case of scheme and host, databases do not
        } else if (a instanceof Double x && b instanceof Double y) {
            return x.doubleValue() == y.doubleValue();
        } else if (a instanceof Float x && b instanceof Float y) {
            return x.floatValue() == y.floatValue();
        }
        return a.equals(b);
    }

    /**
     * Stands for a value in a hash table: two keys are equal where {@link #same} is true of the values.
     *
     * @param value a value, not null
     * @return its key
     */
    public static Object key(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (value instanceof URI uri) {
            return uri.toString();
        } else if (value instanceof Double number) {
            return number + 0.0; // makes -0.0 to 0.0
        } else if (value instanceof Float number) {
            return number + 0.0f;
        }
        return value;
    }

    /**
     * Compares two values: texts by code point, UUIDs as unsigned bytes, offset date-times by instant, -0.0 as 0.0,
     * everything else as its class does.
     *
     * @param a a value, not null
     * @param b a value of the same type, not null
     * @return negative, zero or positive
     * @throws ClassCastException where the values have no order
     */
    @SuppressWarnings("unchecked")
    public static int compare(Object a, Object b) {
        if (a instanceof String x && b instanceof String y) {
            return compareCodePoints(x, y);
        } else if (a instanceof OffsetDateTime x && b instanceof OffsetDateTime y) {
            return x.toInstant().compareTo(y.toInstant());
        } else if (a instanceof UUID x && b instanceof UUID y) {
            int high = Long.compareUnsigned(x.getMostSignificantBits(), y.getMostSignificantBits());
            return high != 0 ? high : Long.compareUnsigned(x.getLeastSignificantBits(), y.getLeastSignificantBits());
        } else if (a instanceof Double x && b instanceof Double y && x.doubleValue() == y.doubleValue()) {
            return 0;
        } else if (a instanceof Float x && b instanceof Float y && x.floatValue() == y.floatValue()) {
            return 0;
        }
        return ((Comparable<Object>) a).compareTo(b);
    }

    /**
     * Removes the differences of case, per code point.
     *
     * @param text a text
     * @return {@code toLowerCase(toUpperCase(c))} of each code point
     */
    public static String foldCase(String text) {
        return text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int compareCodePoints(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // where one is half of a supplementary character and the other is not, the half is the greater
                boolean surrogates = Character.isSurrogate(x) == Character.isSurrogate(y);
                return surrogates ? x - y : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }
}
