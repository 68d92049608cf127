package dev.plinth.jdbc.internal.schema;

import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    // the first one with the fewest references to what is missing
    private TableDesign next() {
        TableDesign best = waiting.get(0);
        for (TableDesign design : waiting) {
            if (late(design) < late(best)) {
                best = design;
            }
            if (late(best) == 0) {
                break;
            }
        }
        return best;
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
