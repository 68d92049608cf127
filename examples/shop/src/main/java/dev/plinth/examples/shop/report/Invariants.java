package dev.plinth.examples.shop.report;

import dev.plinth.Plinth;
import dev.plinth.audit.AuditAction;
import dev.plinth.audit.AuditEntry;
import dev.plinth.examples.shop.desk.DayLog;
import dev.plinth.examples.shop.desk.DayLog.Change;
import dev.plinth.examples.shop.desk.DayLog.Deed;
import dev.plinth.examples.shop.desk.DeskClock;
import dev.plinth.examples.shop.domain.Customer;
import dev.plinth.examples.shop.domain.DayBook;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.Stock;
import dev.plinth.examples.shop.domain.Takings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Compares what the clerks say they have done with what the database says. */
public final class Invariants {
    private final List<String> broken = new ArrayList<>();
    private int checked;

    /** What is broken; empty where all is well. */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    public int checked() {
        return checked;
    }

    /** Everything was imported. */
    public void checkImport(int customers, int orders, Takings takings, Stocktaking imported) {
        equal("imported customers", customers, imported.stock().customers());
        equal("imported orders", orders, imported.stock().orders());
        equal("worth of the imported orders", takings, imported.takings());
    }

    /** Nothing changed since the book was closed. A book that a day left open, by a crash, says nothing. */
    public void checkNight(DayBook book, Stocktaking morning) {
        if (book.isClosed()) {
            equal("stock since " + book.getDay(), book.getStock(), morning.stock());
            equal("worth of all orders since " + book.getDay(), book.getTakings(), morning.takings());
        }
    }

    /** Money adds up, and nothing was lost or done twice. */
    public Invariants checkStock(Stocktaking morning, DayLog log, Stocktaking evening) {
        equal("orders whose total is not the sum of their lines", List.of(), evening.wrongTotals());
        equal("worth of all orders", morning.takings().plus(log.takings()), evening.takings());
        Stock before = morning.stock();
        Stock after = evening.stock();
        int removed = log.count(Deed.REMOVED) - log.count(Deed.RESTORED);
        equal("number of orders", before.orders() + log.count(Deed.PLACED), after.orders());
        equal("revisions of all orders", before.revisions() + log.count(Deed.REVISED), after.revisions());
        equal("payments", morning.payments() + log.count(Deed.PLACED), evening.payments());
        equal("payments by card and by transfer", evening.payments(), evening.cards() + evening.transfers());
        equal("number of customers", before.customers() - removed, after.customers());
        equal("customers in the bin", before.inTheBin() + removed, after.inTheBin());
        log.changes().forEach((change, times) -> {
            if (change.entity().equals("SalesOrder") && change.action() == AuditAction.UPDATE) {
                UUID order = change.id();
                int expected = morning.revisionsOf(order) + times;
                equal("revisions of order " + order, expected, evening.revisionsOf(order));
            }
        });
        return this;
    }

    /** The audit trail of the day has a row for each change, and no other. */
    public Invariants checkAudit(Plinth plinth, DeskClock clock, DayLog log) {
        Map<Change, Integer> audited = new HashMap<>();
        for (Class<?> type : List.of(Customer.class, SalesOrder.class)) {
            try (Stream<AuditEntry> entries = plinth.audit().between(type, clock.morning(), clock.midnight())) {
                entries.map(e -> new Change(e.entity(), UUID.fromString(e.entityId()), e.action()))
                        .forEach(change -> audited.merge(change, 1, Integer::sum));
            }
        }
        Map<Change, Integer> made = log.changes();
        TreeSet<Change> all = new TreeSet<>(Comparator.comparing(Change::toString));
        all.addAll(audited.keySet());
        all.addAll(made.keySet());
        all.forEach(change ->
                equal("audit rows of " + change, made.getOrDefault(change, 0), audited.getOrDefault(change, 0)));
        return this;
    }

    private void equal(String what, Object expected, Object found) {
        checked++;
        if (!Objects.equals(expected, found)) {
            broken.add(what + ": expected " + expected + ", but found " + found);
        }
    }
}
