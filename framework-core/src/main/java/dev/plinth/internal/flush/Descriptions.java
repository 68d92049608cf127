package dev.plinth.internal.flush;

import dev.plinth.audit.AuditAction;
import dev.plinth.backend.WriteBatch;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.unitofwork.FlushPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a plan would do, in the words of the application. */
final class Descriptions {
    private Descriptions() {}

    static FlushPlan of(Plan plan) {
        return new FlushPlan(plan.batches().stream().map(Descriptions::entry).toList());
    }

    private static FlushPlan.Entry entry(Plan.Batch batch) {
        Step first = batch.steps().get(0);
        List<@Nullable Object> ids = new ArrayList<>();
        batch.steps().forEach(step -> ids.add(id(step)));
        return new FlushPlan.Entry(
                action(first), first.change().tracked().model().name(), ids, properties(batch.message()));
    }

    private static @Nullable Object id(Step step) {
        return step.change().tracked().key() == null
                ? null
                : step.change().tracked().mapper().toId(step.row());
    }

    private static List<String> properties(WriteBatch message) {
        if (message.kind() == WriteBatch.Kind.DELETE) {
            return List.of();
        }
        return Stream.concat(
                        message.columns().stream()
                                .filter(column -> column != message.entity().deletedAt())
                                .map(ColumnModel::path),
                        message.collections().stream().map(CollectionModel::path))
                .distinct()
                .toList();
    }

    private static FlushPlan.Action action(Step step) {
        if (step.kind() == WriteBatch.Kind.INSERT) {
            return FlushPlan.Action.INSERT;
        } else if (step.kind() == WriteBatch.Kind.DELETE) {
            return FlushPlan.Action.DELETE;
        } else if (step.part() == Step.Part.WHOLE && step.change().action() == AuditAction.DELETE) {
            return FlushPlan.Action.SOFT_DELETE;
        }
        return step.part() == Step.Part.WHOLE && step.change().action() == AuditAction.RESTORE
                ? FlushPlan.Action.RESTORE
                : FlushPlan.Action.UPDATE;
    }
}
