package dev.plinth.internal.flush;

import dev.plinth.backend.WriteBatch;
import dev.plinth.internal.policy.DatabaseValues;
import dev.plinth.internal.tracking.RowDifference;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a flush will do.
 *
 * @param batches what is sent, in order
 * @param truncations what is put on the objects because the database holds less than they do
 */
record Plan(List<Batch> batches, List<Truncation> truncations) {
    /**
     * Changes that are sent together.
     *
     * @param message what is sent
     * @param changes the same changes, by index
     * @param returned the columns that the database sets while it writes them
     */
    record Batch(WriteBatch message, List<PlannedChange> changes, List<ColumnModel> returned) {}

    /**
     * Times that were truncated, and what an update leaves to the database.
     *
     * @param tracked the object
     * @param row the row with the truncated values
     * @param positions where: columns and collections
     */
    record Truncation(Tracked tracked, @Nullable Object[] row, BitSet positions) {}

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Groups changes into batches: type by type in order of appearance, deletes before updates before inserts. */
    static Plan of(List<PlannedChange> changes, List<Truncation> truncations) {
        Map<EntityModel, Integer> types = new LinkedHashMap<>();
        Map<PlannedChange.Shape, List<PlannedChange>> groups = new LinkedHashMap<>();
        for (PlannedChange change : changes) {
            types.putIfAbsent(change.entity(), types.size());
            groups.computeIfAbsent(change.shape(), shape -> new ArrayList<>()).add(change);
        }
        List<Batch> batches = groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<PlannedChange.Shape, List<PlannedChange>> e) ->
                                types.get(e.getKey().entity()))
                        .thenComparingInt(e -> e.getKey().rank())
                        .thenComparingInt(e -> e.getKey().step()))
                .map(e -> batch(e.getKey(), e.getValue()))
                .toList();
        return new Plan(batches, truncations);
    }

    private static Batch batch(PlannedChange.Shape shape, List<PlannedChange> changes) {
        EntityModel entity = shape.entity();
        return new Batch(
                new WriteBatch(
                        shape.kind(),
                        entity,
                        RowDifference.columns(entity, shape.positions()),
                        shape.kind() == WriteBatch.Kind.DELETE
                                ? entity.collections()
                                : RowDifference.collections(entity, shape.positions()),
                        changes.get(0).guards(),
                        changes.stream().map(PlannedChange::toChange).toList()),
                changes,
                returned(shape));
    }

    private static List<ColumnModel> returned(PlannedChange.Shape shape) {
        if (shape.kind() == WriteBatch.Kind.INSERT) {
            return DatabaseValues.ofInsert(shape.entity());
        }
        return shape.kind() == WriteBatch.Kind.UPDATE && shape.step() != PlannedChange.PARKED
                ? DatabaseValues.ofUpdate(shape.entity())
                : List.of();
    }
}
