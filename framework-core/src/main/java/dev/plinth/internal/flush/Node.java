package dev.plinth.internal.flush;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change among others that it waits for, or that wait for it. */
final class Node {
    private final PlannedChange change;
    private final List<Edge> edges = new ArrayList<>();
    private final BitSet parked = new BitSet();
    private final BitSet deferred = new BitSet();

    /** What of a change can be done in a step of its own, so that the rest needs not wait. */
    enum Relief {
        /** The first change lets go of values before. */
        PARK,
        /** The second change takes values afterwards. */
        DEFER,
        /** Nothing. */
        NONE
    }

    /**
     * One change must come before another.
     *
     * @param from the first
     * @param to the second
     * @param relief how the edge can be cut
     * @param positions of the row that is relieved
     * @param name names the constraint: entity and property
     * @param key the unique key whose value is handed over, or null for a reference
     */
    record Edge(
            Node from,
            Node to,
            Relief relief,
            BitSet positions,
            String name,
            @Nullable KeyModel key) {}

    Node(PlannedChange change) {
        this.change = change;
    }

    PlannedChange change() {
        return change;
    }

    List<Edge> edges() {
        return edges;
    }

    /** What is let go of in a step before the change. */
    BitSet parked() {
        return parked;
    }

    /** What is left out of the change, and written in a step after it. */
    BitSet deferred() {
        return deferred;
    }

    void before(Node other, Relief relief, BitSet positions, String name) {
        edges.add(new Edge(this, other, relief, positions, name, null));
    }

    /** Hands the value of a unique key over. */
    void before(Node other, KeyModel key) {
        EntityModel entity = change.entity();
        BitSet away = UniqueValue.parkable(key, entity);
        String paths = key.columns().stream().map(ColumnModel::path).collect(Collectors.joining(", "));
        edges.add(new Edge(
                this, other, away.isEmpty() ? Relief.NONE : Relief.PARK, away, entity.name() + "." + paths, key));
    }
}
