package dev.plinth.internal.flush;

import dev.plinth.backend.WriteBatch;
import dev.plinth.internal.flush.Node.Relief;
import dev.plinth.internal.mapper.PendingKey;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.KeyModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which change must come before which: a new row before those that refer to it, a reference given up before the row is
 * deleted, a unique value given up before another row takes it.
 */
final class Dependencies {
    /** Tells the object that a {@link PendingKey} stands for: its tracked form, or its key. */
    interface Targets {
        Object of(PendingKey key);
    }

    private final Targets targets;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Object, Node> inserted = new HashMap<>();
    private final Map<Object, Node> deleted = new HashMap<>();
    private final Map<UniqueValue, Node> givenUp = new HashMap<>();

    private Dependencies(Targets targets) {
        this.targets = targets;
    }

    static List<Node> of(List<PlannedChange> changes, Targets targets) {
        Dependencies dependencies = new Dependencies(targets);
        changes.forEach(dependencies::register);
        dependencies.nodes.forEach(dependencies::connect);
        return dependencies.nodes;
    }

    private void register(PlannedChange change) {
        Node node = new Node(change);
        nodes.add(node);
        if (change.kind() == WriteBatch.Kind.INSERT) {
            inserted.put(identity(change), node);
        } else if (change.kind() == WriteBatch.Kind.DELETE) {
            deleted.put(identity(change), node);
        }
        for (KeyModel key : change.entity().keys()) {
            if (UniqueValue.isGivenUp(key, change)) {
                givenUp.put(UniqueValue.of(change.entity(), key, Objects.requireNonNull(change.before())), node);
            }
        }
    }

    private static Object identity(PlannedChange change) {
        EntityKey key = change.tracked().key();
        return key == null ? change.tracked() : key;
    }

    private void connect(Node node) {
        PlannedChange change = node.change();
        Object self = identity(change);
        Node predecessor = change.kind() == WriteBatch.Kind.INSERT ? deleted.get(self) : null;
        if (predecessor != null) {
            predecessor.before(node, Relief.NONE, new BitSet(), change.entity().name());
        }
        for (ForeignKeyModel key : change.entity().foreignKeys()) {
            connect(node, self, key);
        }
        connectOtherPending(node, self);
        for (CollectionModel links : change.entity().collections()) {
            if (links.isLinks()) {
                connect(node, self, links);
            }
        }
        for (KeyModel key : change.entity().keys()) {
            if (UniqueValue.isTaken(key, change)) {
                UniqueValue wanted = UniqueValue.of(change.entity(), key, Objects.requireNonNull(change.after()));
                Node holder = wanted.isComplete() ? givenUp.get(wanted) : null;
                if (holder != null && holder != node) {
                    holder.before(node, key);
                }
            }
        }
    }

    private static String name(EntityModel entity, List<ColumnModel> columns) {
        return entity.name() + "." + columns.get(0).path();
    }

    private void connect(Node node, Object self, ForeignKeyModel key) {
        PlannedChange change = node.change();
        boolean written =
                key.columns().stream().anyMatch(column -> change.positions().get(column.position()));
        if (change.after() != null && written) {
            Object target = reference(key.target().get(), key.columns(), change.after());
            if (target != null) {
                takes(node, self, target, nullable(key.columns()), name(change.entity(), key.columns()));
            }
        }
        if (change.before() != null && (change.after() == null || written)) {
            Object target = reference(key.target().get(), key.columns(), change.before());
            if (target != null) {
                givesUp(node, self, target, nullable(key.columns()), name(change.entity(), key.columns()));
            }
        }
    }

    // a reference to any of several entities has no foreign key, but still needs the id
    private void connectOtherPending(Node node, Object self) {
        PlannedChange change = node.change();
        if (change.after() == null) {
            return;
        }
        for (ColumnModel column : change.entity().columns()) {
            if (change.after()[column.position()] instanceof PendingKey pending
                    && change.entity().foreignKeys().stream()
                            .noneMatch(key -> key.columns().contains(column))) {
                takes(
                        node,
                        self,
                        targets.of(pending),
                        nullable(List.of(column)),
                        name(change.entity(), List.of(column)));
            }
        }
    }

    private void connect(Node node, Object self, CollectionModel links) {
        PlannedChange change = node.change();
        if (change.after() != null && !change.positions().get(links.position())) {
            return;
        }
        Set<Object> before = linked(links, change.before());
        Set<Object> after = linked(links, change.after());
        BitSet positions = new BitSet();
        positions.set(links.position());
        String name = change.entity().name() + "." + links.path();
        for (Object target : after) {
            if (!before.contains(target)) {
                takes(node, self, target, positions, name);
            }
        }
        for (Object target : before) {
            if (!after.contains(target)) {
                givesUp(node, self, target, positions, name);
            }
        }
    }

    private Set<Object> linked(CollectionModel links, @Nullable Object @Nullable [] row) {
        Set<Object> linked = new HashSet<>();
        if (row != null && row[links.position()] instanceof List<?> elements) {
            EntityModel target = Objects.requireNonNull(links.target()).get();
            for (Object element : elements) {
                Object reference = reference(target, links.columns(), (@Nullable Object[]) element);
                if (reference != null) {
                    linked.add(reference);
                }
            }
        }
        return linked;
    }

    private void takes(Node node, Object self, Object target, BitSet nullable, String name) {
        Node parent = inserted.get(target);
        if (parent == null) {
            return;
        }
        boolean isNew = node.change().kind() == WriteBatch.Kind.INSERT;
        if (parent != node) {
            parent.before(node, isNew && !nullable.isEmpty() ? Relief.DEFER : Relief.NONE, nullable, name);
        } else if (!nullable.isEmpty()) {
            // a new row that refers to itself
            node.deferred().or(nullable);
        } else if (!(self instanceof EntityKey)) {
            throw Cycles.impossible(List.of(name));
        }
    }

    private void givesUp(Node node, Object self, Object target, BitSet nullable, String name) {
        Node parent = deleted.get(target);
        if (parent != null && parent != node) {
            node.before(parent, nullable.isEmpty() ? Relief.NONE : Relief.PARK, nullable, name);
        } else if (parent == node && target.equals(self)) {
            node.parked().or(nullable);
        }
    }

    private static BitSet nullable(List<ColumnModel> columns) {
        BitSet positions = new BitSet();
        columns.stream().filter(ColumnModel::nullable).forEach(column -> positions.set(column.position()));
        return positions;
    }

    private @Nullable Object reference(EntityModel target, List<ColumnModel> columns, @Nullable Object[] row) {
        List<Object> values = new ArrayList<>(columns.size());
        for (ColumnModel column : columns) {
            Object value = row[column.position()];
            if (value == null) {
                return null;
            } else if (value instanceof PendingKey pending) {
                return targets.of(pending);
            }
            values.add(value);
        }
        return EntityKey.of(target, values);
    }
}
