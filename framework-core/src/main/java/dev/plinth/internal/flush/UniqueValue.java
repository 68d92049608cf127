package dev.plinth.internal.flush;

import dev.plinth.audit.AuditAction;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The value of a row in a unique key.
 *
 * @param entity the entity, without which two keys may be equal
 * @param key the key
 * @param values one for each of its columns
 */
record UniqueValue(EntityModel entity, KeyModel key, List<@Nullable Object> values) {
    static UniqueValue of(EntityModel entity, KeyModel key, @Nullable Object[] row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (ColumnModel column : key.columns()) {
            Object value = row[column.position()];
            if (value instanceof BigDecimal decimal) {
                values.add(decimal.stripTrailingZeros());
            } else if (value instanceof byte[] bytes) {
                values.add(ByteBuffer.wrap(bytes));
            } else {
                values.add(value instanceof URI uri ? uri.toString() : value);
            }
        }
        return new UniqueValue(entity, key, values);
    }

    /** Whether no other row may have it. */
    boolean isComplete() {
        return !values.contains(null);
    }

    /** Whether a change frees the value that its row has had: it is removed, marked as deleted, or gets another one. */
    static boolean isGivenUp(KeyModel key, PlannedChange change) {
        if (!key.unique() || change.before() == null || isMarked(change.entity(), change.before())) {
            return false;
        }
        return change.action() != AuditAction.UPDATE || isMoved(key, change);
    }

    /** Whether a change needs its row's new value to be free. */
    static boolean isTaken(KeyModel key, PlannedChange change) {
        if (!key.unique() || change.after() == null || isMarked(change.entity(), change.after())) {
            return false;
        }
        return change.action() != AuditAction.UPDATE || isMoved(key, change);
    }

    private static boolean isMarked(EntityModel entity, @Nullable Object[] row) {
        ColumnModel deletedAt = entity.deletedAt();
        return deletedAt != null && row[deletedAt.position()] != null;
    }

    private static boolean isMoved(KeyModel key, PlannedChange change) {
        return key.columns().stream().anyMatch(column -> change.positions().get(column.position()));
    }

    /** The column by which a row can let go of its value for a while; empty where there is none. */
    static BitSet parkable(KeyModel key, EntityModel entity) {
        BitSet position = new BitSet();
        key.columns().stream()
                .filter(column -> column.nullable() || elsewhere(entity, column) != null)
                .findFirst()
                .ifPresent(column -> position.set(column.position()));
        return position;
    }

    /** A value that no row has, for as long as a flush takes; null where the column has none such. */
    static @Nullable Object elsewhere(EntityModel entity, ColumnModel column) {
        if (entity.foreignKeys().stream().anyMatch(key -> key.columns().contains(column))) {
            return null;
        }
        return switch (column.type()) {
            case UUID -> UUID.randomUUID();
            case STRING ->
                column.length() >= 32 && column.converter() == null
                        ? UUID.randomUUID().toString().replace("-", "")
                        : null;
            case INT ->
                column.converter() == null
                        ? (Object) (ThreadLocalRandom.current().nextInt() | Integer.MIN_VALUE)
                        : null;
            case LONG ->
                column.converter() == null
                        ? (Object) (ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE)
                        : null;
            default -> null;
        };
    }
}
