package dev.plinth.internal.memory;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as keys of a hash map: two keys are equal exactly where {@link dev.plinth.model.Values#same} holds. */
final class Keys {
    private Keys() {}

    /** The key of one value. */
    static Object of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes.clone());
        } else if (value instanceof Double number) {
            return number + 0.0; // -0.0 becomes 0.0
        } else if (value instanceof Float number) {
            return number + 0.0f;
        } else if (value instanceof URI uri) {
            return uri.toString();
        }
        return value;
    }

    /** The key of several values: that of the value itself where there is one only. */
    static Object of(List<?> values) {
        if (values.size() == 1) {
            return of(values.get(0));
        }
        List<Object> keys = new ArrayList<>(values.size());
        for (Object value : values) {
            keys.add(of(value));
        }
        return Collections.unmodifiableList(keys);
    }

    /** The key of some columns of a row, or null where one of them is null. */
    static @Nullable Object of(@Nullable Object[] row, List<Integer> positions) {
        List<Object> values = new ArrayList<>(positions.size());
        for (int position : positions) {
            Object value = row[position];
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return of(values);
    }
}
