package dev.plinth.internal.flush;

import dev.plinth.audit.AuditAction;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Arranges updates so that a unique value is given up before another row takes it. Where rows hand values around in a
 * circle, one of them is parked: its value is first replaced by null, or by a random value where the column takes no null.
 *
 * <p>A depth-first search over "takes its value from" gives each update the step after that of the one it waits for; an
 * edge back into the path that is being searched closes a circle and is cut by parking.
 */
final class UniqueValues {
    private record Held(KeyModel key, List<@Nullable Object> values) {}

    private final Map<Held, PlannedChange> givenUp = new HashMap<>();
    private final Map<PlannedChange, Integer> steps = new IdentityHashMap<>();
    private final List<PlannedChange> parked = new ArrayList<>();

    private UniqueValues() {}

    static List<PlannedChange> arranged(List<PlannedChange> changes) {
        List<PlannedChange> movers =
                changes.stream().filter(UniqueValues::movesAKey).toList();
        if (movers.size() < 2) {
            return changes;
        }
        UniqueValues values = new UniqueValues();
        movers.forEach(values::register);
        movers.forEach(values::stepOf);
        List<PlannedChange> arranged = new ArrayList<>(values.parked);
        for (PlannedChange change : changes) {
            arranged.add(values.withParkedColumns(change).atStep(values.steps.getOrDefault(change, change.step())));
        }
        return arranged;
    }

    // a column of a key that was parked is written back, also where its value is the same as before
    private PlannedChange withParkedColumns(PlannedChange change) {
        if (parked.isEmpty()) {
            return change;
        }
        BitSet positions = (BitSet) change.positions().clone();
        parked.stream().filter(p -> p.tracked() == change.tracked()).forEach(p -> positions.or(p.positions()));
        return new PlannedChange(
                change.tracked(),
                change.kind(),
                change.action(),
                change.before(),
                change.after(),
                positions,
                change.step());
    }

    private static boolean movesAKey(PlannedChange change) {
        return change.action() == AuditAction.UPDATE
                && change.entity().keys().stream().anyMatch(key -> isMoved(key, change));
    }

    private static boolean isMoved(KeyModel key, PlannedChange change) {
        return key.unique()
                && key.columns().stream().anyMatch(column -> change.positions().get(column.position()));
    }

    private void register(PlannedChange change) {
        for (KeyModel key : change.entity().keys()) {
            if (isMoved(key, change)) {
                givenUp.put(held(key, Objects.requireNonNull(change.before())), change);
            }
        }
    }

    private static Held held(KeyModel key, @Nullable Object[] row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (ColumnModel column : key.columns()) {
            Object value = row[column.position()];
            values.add(
                    value instanceof BigDecimal decimal
                            ? decimal.stripTrailingZeros()
                            : value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
        }
        return new Held(key, values);
    }

    private int stepOf(PlannedChange change) {
        Integer known = steps.get(change);
        if (known != null) {
            return known;
        }
        steps.put(change, PlannedChange.PARKED);
        int step = PlannedChange.PARKED + 1;
        for (KeyModel key : change.entity().keys()) {
            if (isMoved(key, change)) {
                Held wanted = held(key, Objects.requireNonNull(change.after()));
                PlannedChange holder = wanted.values().contains(null) ? null : givenUp.get(wanted);
                if (holder != null && holder != change) {
                    int before = stepOf(holder);
                    if (before == PlannedChange.PARKED) {
                        park(holder, key);
                    }
                    step = Math.max(step, before + 1);
                }
            }
        }
        steps.put(change, step);
        return step;
    }

    private void park(PlannedChange change, KeyModel key) {
        EntityModel entity = change.entity();
        @Nullable Object[] before = Objects.requireNonNull(change.before());
        @Nullable Object[] row = before.clone();
        BitSet positions = new BitSet();
        ColumnModel column = key.columns().stream()
                .filter(each -> each.nullable() || elsewhere(each) != null)
                .findFirst()
                .orElseThrow(() -> impossible(entity, key));
        row[column.position()] = column.nullable() ? null : elsewhere(column);
        positions.set(column.position());
        parked.add(new PlannedChange(
                change.tracked(), change.kind(), change.action(), before, row, positions, PlannedChange.PARKED));
    }

    // a value that no row has, for as long as the flush takes
    private static @Nullable Object elsewhere(ColumnModel column) {
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

    private static EntityStateException impossible(EntityModel entity, KeyModel key) {
        return new EntityStateException(
                ErrorCode.ENTITY_STATE,
                "rows of '" + entity.name() + "' exchange values of the unique key '" + key.name() + "' ("
                        + String.join(
                                ", ",
                                key.columns().stream().map(ColumnModel::path).toList())
                        + "), and none of its columns takes null or a temporary value. Nothing was sent: exchange them in"
                        + " two steps with a flush() between",
                null);
    }
}
