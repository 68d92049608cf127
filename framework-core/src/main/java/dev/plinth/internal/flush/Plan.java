package dev.plinth.internal.flush;

import dev.plinth.backend.WriteBatch;
import dev.plinth.internal.policy.DatabaseValues;
import dev.plinth.internal.tracking.RowDifference;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a flush will do.
 *
 * @param changes what is changed
 * @param batches what is sent, in order
 * @param truncations what is put on the objects because the database holds less than they do
 */
record Plan(List<PlannedChange> changes, List<Batch> batches, List<Truncation> truncations) {
    /**
     * Changes that are sent together.
     *
     * @param message what is sent
     * @param steps the same changes, by index
     * @param returned the columns that the database sets while it writes them
     */
    record Batch(WriteBatch message, List<Step> steps, List<ColumnModel> returned) {}

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

    /** Puts changes into an order in which each can be made, in few batches. */
    static Plan of(List<PlannedChange> changes, List<Truncation> truncations, Dependencies.Targets targets) {
        List<Batch> batches =
                BatchOrder.of(changes, targets).stream().map(Plan::batch).toList();
        return new Plan(changes, batches, truncations);
    }

    private static Batch batch(List<Step> steps) {
        Step first = steps.get(0);
        EntityModel entity = first.entity().root();
        return new Batch(
                new WriteBatch(
                        first.kind(),
                        entity,
                        RowDifference.columns(entity, first.positions()),
                        first.kind() == WriteBatch.Kind.DELETE
                                ? entity.collections()
                                : RowDifference.collections(entity, first.positions()),
                        first.guards(),
                        steps.stream().map(Step::toChange).toList()),
                steps,
                steps.stream()
                        .flatMap(step -> returned(step).stream())
                        .distinct()
                        .toList());
    }

    private static List<ColumnModel> returned(Step step) {
        if (step.kind() == WriteBatch.Kind.INSERT) {
            return DatabaseValues.ofInsert(step.change().tracked().model());
        }
        return step.kind() == WriteBatch.Kind.UPDATE && step.part() != Step.Part.PARK
                ? DatabaseValues.ofUpdate(step.change().tracked().model())
                : List.of();
    }
}
