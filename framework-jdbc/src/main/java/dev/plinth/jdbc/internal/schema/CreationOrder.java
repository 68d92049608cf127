package dev.plinth.jdbc.internal.schema;

import dev.plinth.model.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts tables into an order in which they can be created: each after those that it refers to. Where tables refer to each
 * other in a circle, one of them comes first, and its references to what is not there yet are late.
 */
final class CreationOrder {
    private final List<TableDesign> waiting;
    private final Set<TableName> missing = new HashSet<>();
    private final List<TableDesign> ordered = new ArrayList<>();

    private CreationOrder(List<TableDesign> designs) {
        this.waiting = new ArrayList<>(designs);
        designs.forEach(design -> missing.add(design.name()));
    }

    /** The tables in order; those that need no other place keep theirs. */
    static List<TableDesign> of(List<TableDesign> designs) {
        CreationOrder order = new CreationOrder(designs);
        while (!order.waiting.isEmpty()) {
            order.take(order.next());
        }
        return order.ordered;
    }

    private TableDesign next() {
        return waiting.stream().filter(design -> late(design) == 0).findFirst().orElseGet(this::leastInACircle);
    }

    // of a circle that refers to no other: what only leads to a circle has its place behind it
    private TableDesign leastInACircle() {
        Map<TableName, Set<TableName>> reached = new HashMap<>();
        waiting.forEach(design -> reached.put(design.name(), reachedFrom(design)));
        return waiting.stream()
                .filter(design -> reached.get(design.name()).stream()
                        .allMatch(other -> reached.get(other).contains(design.name())))
                .min(Comparator.comparingLong(this::late))
                .orElseThrow();
    }

    private Set<TableName> reachedFrom(TableDesign start) {
        Set<TableName> reached = new HashSet<>();
        Deque<TableDesign> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            TableDesign design = open.remove();
            for (TableDesign.Reference reference : design.references()) {
                if (isLate(design, reference) && reached.add(reference.target())) {
                    waiting.stream()
                            .filter(other -> other.name().equals(reference.target()))
                            .forEach(open::add);
                }
            }
        }
        return reached;
    }

    private long late(TableDesign design) {
        return design.references().stream()
                .filter(reference -> isLate(design, reference))
                .count();
    }

    private boolean isLate(TableDesign design, TableDesign.Reference reference) {
        return !reference.target().equals(design.name()) && missing.contains(reference.target());
    }

    private void take(TableDesign design) {
        waiting.remove(design);
        ordered.add(design.with(design.references().stream()
                .map(reference -> isLate(design, reference) ? reference.coming() : reference)
                .toList()));
        missing.remove(design.name());
    }
}
