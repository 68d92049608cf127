package dev.plinth.internal.flush;

import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.flush.Node.Edge;
import dev.plinth.internal.flush.Node.Relief;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.KeyModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes that wait for each other in a circle, and cuts each circle where one of them can be done in two steps. A
 * depth-first search, without recursion: chains may be as long as there are changes.
 */
final class Cycles {
    // alike circles are cut at the same place, so that what is relieved goes into one batch
    private static final Comparator<Edge> WHERE =
            Comparator.comparing(Edge::relief).reversed().thenComparing(Edge::name);

    /** A change that is being looked at, with how it was come by. */
    private record Visit(Node node, @Nullable Edge via, Iterator<Edge> edges) {}

    private final Deque<Visit> path = new ArrayDeque<>();
    private final Map<Node, Boolean> finished = new HashMap<>();
    private final Set<Edge> cut = new HashSet<>();

    private Cycles() {}

    /** Cuts every circle: what is to be parked or deferred is noted with the changes. Returns the edges that remain. */
    static Set<Edge> cut(List<Node> nodes) {
        Cycles cycles = new Cycles();
        nodes.forEach(cycles::search);
        for (Edge edge : cycles.cut) {
            if (edge.relief() == Relief.PARK) {
                edge.from().parked().or(edge.positions());
            } else {
                edge.to().deferred().or(edge.positions());
            }
        }
        return cycles.cut;
    }

    private void search(Node start) {
        if (!finished.containsKey(start)) {
            enter(start, null);
        }
        while (!path.isEmpty()) {
            Visit top = path.peek();
            if (!top.edges().hasNext()) {
                finished.put(top.node(), true);
                path.pop();
                continue;
            }
            Edge edge = top.edges().next();
            Boolean state = finished.get(edge.to());
            if (cut.contains(edge)) {
                continue;
            } else if (state == null) {
                enter(edge.to(), edge);
            } else if (!state) {
                close(edge);
            }
        }
    }

    private void enter(Node node, @Nullable Edge via) {
        finished.put(node, false);
        path.push(new Visit(node, via, node.edges().iterator()));
    }

    // the edge leads back into the path
    private void close(Edge back) {
        List<Edge> circle = new ArrayList<>(List.of(back));
        for (Visit visit : path) {
            if (visit.node() == back.to()) {
                break;
            }
            circle.add(Objects.requireNonNull(visit.via()));
        }
        Edge where = circle.stream()
                .filter(edge -> edge.relief() != Relief.NONE)
                .min(WHERE)
                .orElseThrow(() -> refused(circle));
        cut.add(where);
        // what was come by through the edge is looked at again
        while (where != back && path.element().node() != where.from()) {
            finished.remove(path.pop().node());
        }
    }

    private static EntityStateException refused(List<Edge> circle) {
        KeyModel key = circle.get(0).key();
        if (key == null || circle.stream().anyMatch(edge -> edge.key() != key)) {
            return impossible(circle.stream().map(Edge::name).toList());
        }
        return new EntityStateException(
                ErrorCode.ENTITY_STATE,
                "rows of '" + circle.get(0).from().change().entity().name() + "' exchange values of the unique key '"
                        + key.name() + "' ("
                        + String.join(
                                ", ",
                                key.columns().stream().map(ColumnModel::path).toList())
                        + "), and none of its columns takes null or a temporary value. Nothing was sent: exchange them in"
                        + " two steps with a flush() between",
                null);
    }

    static EntityStateException impossible(List<String> names) {
        return new EntityStateException(
                ErrorCode.ENTITY_STATE,
                "rows wait for each other in a circle: by "
                        + names.stream()
                                .distinct()
                                .sorted()
                                .map(name -> "'" + name + "'")
                                .collect(Collectors.joining(" and "))
                        + ", and none of these takes null or a temporary value. Nothing was sent: let one of them be null, or"
                        + " write them in two steps with a flush() between",
                null);
    }
}
