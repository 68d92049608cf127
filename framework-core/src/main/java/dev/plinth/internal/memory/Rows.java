package dev.plinth.internal.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of rows that share nothing mutable with the original. Rows are copied on their way in and on their way out. */
final class Rows {
    private Rows() {}

    static Object[] copy(@Nullable Object[] row) {
        Object[] copy = row.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy(copy[i]);
        }
        return copy;
    }

    /** Of all that a row may hold, only byte arrays and the elements of collections can be changed. */
    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        } else if (value instanceof List<?> elements) {
            List<Object[]> copies = new ArrayList<>(elements.size());
            for (Object element : elements) {
                copies.add(copy((Object[]) element));
            }
            return Collections.unmodifiableList(copies);
        }
        return value;
    }
}
