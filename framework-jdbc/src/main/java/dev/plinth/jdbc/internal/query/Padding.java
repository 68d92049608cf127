package dev.plinth.jdbc.internal.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of values grow in steps, so that few statements serve all lengths; the last value fills them up. Large ones are
 * sent as arrays, where the engine has them.
 */
final class Padding {
    private static final int LARGE = 1024;
    // the most elements of an array of H2
    private static final int ARRAY = 65_536;

    private Padding() {}

    static int padded(int size) {
        if (size <= 1) {
            return size;
        }
        return size > LARGE ? (size + LARGE - 1) / LARGE * LARGE : Integer.highestOneBit(size - 1) << 1;
    }

    static boolean isLarge(int size) {
        return size > LARGE;
    }

    /** The arrays of a large list. */
    static List<Object[]> arrays(List<?> values) {
        List<Object[]> arrays = new ArrayList<>();
        for (int from = 0; from < values.size(); from += ARRAY) {
            arrays.add(
                    values.subList(from, Math.min(values.size(), from + ARRAY)).toArray());
        }
        return arrays;
    }
}
