package dev.plinth.jdbc.internal.write;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What has to be written so that stored elements become others. Pure functions. */
final class ElementDiff {
    private ElementDiff() {}

    /**
     * For elements that have no position.
     *
     * @param removed elements to delete, with everything in the database that equals them
     * @param added elements to insert after that
     */
    record Values(List<Object[]> removed, List<Object[]> added) {}

    /**
     * For the entries of maps.
     *
     * @param removed entries whose keys are to be deleted
     * @param changed entries whose keys are there with another value
     * @param added entries to insert after that
     */
    record Entries(List<Object[]> removed, List<Object[]> changed, List<Object[]> added) {}

    /** Compares two maps. A key that the database cannot tell from another one, but the entity can, is a new one. */
    static Entries entries(List<Object[]> before, List<Object[]> after) {
        Map<Object, Object[]> old = new LinkedHashMap<>();
        before.forEach(entry -> old.put(keyOf(entry), entry));
        Entries entries = new Entries(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Object[] entry : after) {
            Object[] known = old.remove(keyOf(entry));
            if (known == null) {
                entries.added().add(entry);
            } else if (!same(known, entry)) {
                entries.changed().add(entry);
            }
        }
        entries.removed().addAll(old.values());
        return entries;
    }

    private static Object keyOf(Object[] entry) {
        return exact(new Object[] {entry[0]});
    }

    /** Whether two elements are exactly the same. */
    static boolean same(Object[] left, Object[] right) {
        return exact(left).equals(exact(right));
    }

    /**
     * Compares two collections without order. Elements that the database cannot tell apart are one group; where a group
     * has changed, it is deleted and its new elements are inserted.
     */
    static Values values(List<Object[]> before, List<Object[]> after) {
        Map<Object, List<Object[]>> old = grouped(before);
        Map<Object, List<Object[]>> now = grouped(after);
        List<Object[]> removed = new ArrayList<>();
        List<Object[]> added = new ArrayList<>();
        old.forEach((group, elements) -> {
            if (!counted(elements).equals(counted(now.getOrDefault(group, List.of())))) {
                removed.add(elements.get(0));
            }
        });
        now.forEach((group, elements) -> {
            if (!counted(elements).equals(counted(old.getOrDefault(group, List.of())))) {
                added.addAll(elements);
            }
        });
        return new Values(removed, added);
    }

    private static Map<Object, List<Object[]>> grouped(List<Object[]> elements) {
        Map<Object, List<Object[]>> groups = new LinkedHashMap<>();
        for (Object[] element : elements) {
            groups.computeIfAbsent(key(element, ElementDiff::inDatabase), k -> new ArrayList<>())
                    .add(element);
        }
        return groups;
    }

    private static Map<Object, Integer> counted(List<Object[]> elements) {
        Map<Object, Integer> counts = new HashMap<>();
        elements.forEach(element -> counts.merge(exact(element), 1, Integer::sum));
        return counts;
    }

    private static Object exact(Object[] element) {
        return key(element, ElementDiff::comparable);
    }

    private static Object key(Object[] element, UnaryOperator<@Nullable Object> function) {
        @Nullable Object[] key = new Object[element.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = function.apply(element[i]);
        }
        return Arrays.asList(key);
    }

    // date-times with different offsets are equal in a database where they are the same point on the time line
    private static @Nullable Object inDatabase(@Nullable Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : comparable(value);
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        } else if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (value instanceof Double number) {
            return number + 0.0;
        }
        return value instanceof Float number ? (Object) (number + 0.0f) : value;
    }
}
