package dev.plinth.internal.flush;

import dev.plinth.backend.WriteBatch;
import dev.plinth.internal.flush.Node.Edge;
import dev.plinth.internal.flush.Node.Relief;
import dev.plinth.internal.flush.Step.Part;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts changes into batches, so that at no step a row refers to a missing one and no unique value occurs twice. Where
 * changes wait for each other in a circle, one of them is made in two steps. Sends as few batches as it can easily find:
 * one for each shape, or one for each level where rows refer to rows of their own kind.
 */
final class BatchOrder {
    private final Map<Step.Shape, Group> groups = new HashMap<>();
    private final Map<EntityModel, Integer> types = new HashMap<>();

    /** Steps of one shape. */
    private static final class Group {
        private final Step.Shape shape;
        private final int type;
        private final int place;
        private final List<Waiting> ready = new ArrayList<>();
        private int waitForOthers;

        Group(Step.Shape shape, int type, int place) {
            this.shape = shape;
            this.type = type;
            this.place = place;
        }

        boolean isBefore(Group other) {
            if ((waitForOthers == 0) != (other.waitForOthers == 0)) {
                return waitForOthers == 0;
            } else if (type != other.type) {
                return type < other.type;
            } else if (shape.rank() != other.shape.rank()) {
                return shape.rank() < other.shape.rank();
            }
            return shape.part() != other.shape.part()
                    ? shape.part().compareTo(other.shape.part()) < 0
                    : place < other.place;
        }
    }

    /** A step, what waits for it, and for how many it waits itself. */
    private static final class Waiting {
        private final Step step;
        private final Group group;
        private final List<Waiting> next = new ArrayList<>();
        private int before;
        private int beforeOfOthers;

        Waiting(Step step, Group group) {
            this.step = step;
            this.group = group;
        }

        void then(Waiting later) {
            next.add(later);
            later.before++;
            if (later.group != group && later.beforeOfOthers++ == 0) {
                later.group.waitForOthers++;
            }
        }
    }

    /** The steps of one change. */
    private record Parts(
            @Nullable Waiting park, Waiting whole, @Nullable Waiting complete) {}

    private BatchOrder() {}

    /**
     * Orders changes.
     *
     * @param changes the changes, in the order in which types are preferred
     * @param targets tells what rows without an id refer to
     * @return the batches, each of steps of one shape
     */
    static List<List<Step>> of(List<PlannedChange> changes, Dependencies.Targets targets) {
        List<Node> nodes = Dependencies.of(changes, targets);
        Set<Edge> cut = Cycles.cut(nodes);
        return new BatchOrder().batches(nodes, cut);
    }

    private List<List<Step>> batches(List<Node> nodes, Set<Edge> cut) {
        Map<Node, Parts> parts = new HashMap<>();
        List<Waiting> all = new ArrayList<>();
        for (Node node : nodes) {
            types.putIfAbsent(node.change().entity().root(), types.size());
            parts.put(node, parts(node, all));
        }
        for (Node node : nodes) {
            for (Edge edge : node.edges()) {
                connect(edge, cut.contains(edge), parts);
            }
        }
        for (Waiting waiting : all) {
            if (waiting.before == 0) {
                waiting.group.ready.add(waiting);
            }
        }
        return drain();
    }

    private Parts parts(Node node, List<Waiting> all) {
        PlannedChange change = node.change();
        Step whole = whole(node);
        Waiting main = add(whole, all);
        Waiting park = null;
        Waiting complete = null;
        if (!node.parked().isEmpty()) {
            park = add(
                    new Step(change, Part.PARK, WriteBatch.Kind.UPDATE, change.before(), whole.before(), node.parked()),
                    all);
            park.then(main);
        }
        if (!node.deferred().isEmpty()) {
            complete = add(
                    new Step(
                            change,
                            Part.COMPLETE,
                            WriteBatch.Kind.UPDATE,
                            whole.after(),
                            change.after(),
                            node.deferred()),
                    all);
            main.then(complete);
        }
        return new Parts(park, main, complete);
    }

    private static Step whole(Node node) {
        PlannedChange change = node.change();
        @Nullable Object[] before = change.before();
        @Nullable Object[] after = change.after();
        BitSet positions = change.positions();
        if (!node.parked().isEmpty()) {
            before = without(change.entity(), Objects.requireNonNull(before), node.parked());
            if (after != null) {
                // what was parked is written back, also where its value is the same as before
                positions = (BitSet) positions.clone();
                positions.or(node.parked());
            }
        }
        if (!node.deferred().isEmpty()) {
            after = without(change.entity(), Objects.requireNonNull(after), node.deferred());
        }
        return new Step(change, Part.WHOLE, change.kind(), before, after, positions);
    }

    private static @Nullable Object[] without(EntityModel entity, @Nullable Object[] row, BitSet positions) {
        @Nullable Object[] changed = row.clone();
        positions.stream().forEach(i -> {
            if (i >= entity.columns().size()) {
                changed[i] = List.of();
            } else {
                changed[i] = entity.columns().get(i).nullable()
                        ? null
                        : UniqueValue.elsewhere(entity, entity.columns().get(i));
            }
        });
        return changed;
    }

    private Waiting add(Step step, List<Waiting> all) {
        Group group = groups.computeIfAbsent(
                step.shape(),
                shape -> new Group(
                        shape, Objects.requireNonNull(types.get(step.entity().root())), groups.size()));
        Waiting waiting = new Waiting(step, group);
        all.add(waiting);
        return waiting;
    }

    private static void connect(Edge edge, boolean isCut, Map<Node, Parts> parts) {
        Parts from = Objects.requireNonNull(parts.get(edge.from()));
        Parts to = Objects.requireNonNull(parts.get(edge.to()));
        if (!isCut) {
            from.whole().then(to.whole());
        } else if (edge.relief() == Relief.PARK) {
            Objects.requireNonNull(from.park()).then(to.whole());
        } else {
            from.whole().then(Objects.requireNonNull(to.complete()));
        }
    }

    private List<List<Step>> drain() {
        List<List<Step>> batches = new ArrayList<>();
        for (Group group = next(); group != null; group = next()) {
            List<Waiting> sent = List.copyOf(group.ready);
            group.ready.clear();
            for (Waiting waiting : sent) {
                waiting.next.forEach(later -> release(waiting, later));
            }
            batches.add(sent.stream().map(waiting -> waiting.step).toList());
        }
        return batches;
    }

    // what waits for nothing outside its own kind first: then a kind is one batch, or one for each of its own levels
    private @Nullable Group next() {
        Group next = null;
        for (Group group : groups.values()) {
            if (!group.ready.isEmpty() && (next == null || group.isBefore(next))) {
                next = group;
            }
        }
        return next;
    }

    private static void release(Waiting earlier, Waiting later) {
        if (later.group != earlier.group && --later.beforeOfOthers == 0) {
            later.group.waitForOthers--;
        }
        if (--later.before == 0) {
            later.group.ready.add(later);
        }
    }
}
