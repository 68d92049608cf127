package dev.plinth.internal.tracking;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which values of two rows differ. Pure functions. */
public final class RowDifference {
    private RowDifference() {}

    /**
     * Compares two rows of an entity.
     *
     * @param entity the entity
     * @param before a row
     * @param after a row
     * @return the positions that differ: of columns and of collections
     */
    public static BitSet of(EntityModel entity, @Nullable Object[] before, @Nullable Object[] after) {
        BitSet all = new BitSet(entity.width());
        all.set(0, entity.width());
        return among(all, entity, before, after);
    }

    /**
     * Compares some values of two rows of an entity.
     *
     * @param positions which values
     * @param entity the entity
     * @param before a row
     * @param after a row
     * @return those of the positions that differ
     */
    public static BitSet among(
            BitSet positions, EntityModel entity, @Nullable Object[] before, @Nullable Object[] after) {
        BitSet changed = new BitSet(entity.width());
        int columns = entity.columns().size();
        for (int i = 0; i < columns; i++) {
            if (positions.get(i)
                    && !equal(before[i], after[i])
                    && !isSameJson(entity.columns().get(i), before[i], after[i])) {
                changed.set(i);
            }
        }
        for (CollectionModel collection : entity.collections()) {
            int i = collection.position();
            // links that are not in the row were not read
            boolean unread = collection.isLinks() && after[i] == null;
            if (positions.get(i) && !unread && !equalElements(collection, before[i], after[i])) {
                changed.set(i);
            }
        }
        return changed;
    }

    // what was read may lack what the class writes, such as keys for nulls: then the same object writes the same again
    private static boolean isSameJson(ColumnModel column, @Nullable Object before, @Nullable Object after) {
        return column.type() == ValueType.JSON
                && before != null
                && after != null
                && after.equals(column.toStored(column.toDomain(before)));
    }

    /**
     * Whether two values of a column need no write to become each other.
     *
     * @param a a value, or null
     * @param b a value of the same type, or null
     * @return true where they are equal, decimals by value, bytes by content, URIs as they are written
     */
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        } else if (a == null || b == null) {
            return false;
        } else if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        } else if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.equals(x, y);
        } else if (a instanceof URI x && b instanceof URI y) {
            return x.toString().equals(y.toString()); // URI.equals ignores the case of scheme and host
        }
        return a.equals(b);
    }

    private static boolean equalElements(CollectionModel collection, @Nullable Object before, @Nullable Object after) {
        List<?> a = before == null ? List.of() : (List<?>) before;
        List<?> b = after == null ? List.of() : (List<?>) after;
        if (a.size() != b.size()) {
            return false;
        }
        if (collection.kind() == CollectionModel.Kind.SET || collection.orderColumn() == null) {
            return counted(a).equals(counted(b));
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equalElement((@Nullable Object[]) a.get(i), (@Nullable Object[]) b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalElement(@Nullable Object[] a, @Nullable Object[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!equal(a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    // elements without an order are equal where each occurs as often
    private static Map<List<@Nullable Object>, Integer> counted(List<?> elements) {
        Map<List<@Nullable Object>, Integer> counts = new HashMap<>();
        for (Object element : elements) {
            counts.merge(comparable((@Nullable Object[]) element), 1, Integer::sum);
        }
        return counts;
    }

    private static List<@Nullable Object> comparable(@Nullable Object[] element) {
        List<@Nullable Object> values = new ArrayList<>(element.length);
        for (Object value : element) {
            if (value instanceof BigDecimal decimal) {
                values.add(decimal.stripTrailingZeros());
            } else if (value instanceof byte[] bytes) {
                values.add(java.nio.ByteBuffer.wrap(bytes));
            } else if (value instanceof URI uri) {
                values.add(uri.toString());
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /**
     * The columns of JSON among some positions.
     *
     * @param entity the entity
     * @param positions positions of its row
     * @return those of columns of JSON
     */
    public static BitSet json(EntityModel entity, BitSet positions) {
        BitSet json = new BitSet();
        columns(entity, positions).forEach(column -> json.set(column.position(), column.type() == ValueType.JSON));
        return json;
    }

    /**
     * The columns among some positions.
     *
     * @param entity the entity
     * @param positions positions of its row
     * @return the columns, in order
     */
    public static List<ColumnModel> columns(EntityModel entity, BitSet positions) {
        return positions.stream()
                .filter(i -> i < entity.columns().size())
                .mapToObj(i -> entity.columns().get(i))
                .toList();
    }

    /**
     * The collections among some positions.
     *
     * @param entity the entity
     * @param positions positions of its row
     * @return the collections, in order
     */
    public static List<CollectionModel> collections(EntityModel entity, BitSet positions) {
        return entity.collections().stream()
                .filter(collection -> positions.get(collection.position()))
                .toList();
    }
}
