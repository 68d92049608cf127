package dev.plinth.examples.shop.desk;

import dev.plinth.Statistics;
import dev.plinth.audit.AuditAction;
import dev.plinth.examples.shop.domain.Activity;
import dev.plinth.examples.shop.domain.Customer;
import dev.plinth.examples.shop.domain.Money;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.Takings;
import jakarta.data.exceptions.DataException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the clerks say they have done, written down after each commit. The evening compares it with what the database
 * says. Thread-safe.
 */
public final class DayLog {
    /** A change of one entity. */
    public record Change(String entity, UUID id, AuditAction action) {}

    /** What kinds of work were done. */
    public enum Deed {
        PLACED,
        REVISED,
        MOVED,
        REMOVED,
        RESTORED
    }

    private final Map<Deed, Integer> deeds = new EnumMap<>(Deed.class);
    private final Map<Change, Integer> changes = new HashMap<>();
    private final Takings takings = new Takings();
    private final Map<String, Integer> conflicts = new TreeMap<>();
    private final List<String> told = new ArrayList<>();

    synchronized void placed(SalesOrder order) {
        note(Deed.PLACED, new Change("SalesOrder", order.getId(), AuditAction.INSERT));
        takings.add(order.getTotal());
    }

    synchronized void revised(SalesOrder order, Money added) {
        note(Deed.REVISED, new Change("SalesOrder", order.getId(), AuditAction.UPDATE));
        takings.add(added);
    }

    synchronized void moved(Customer customer) {
        note(Deed.MOVED, new Change("Customer", customer.getId(), AuditAction.UPDATE));
    }

    synchronized void removed(Customer customer) {
        note(Deed.REMOVED, new Change("Customer", customer.getId(), AuditAction.DELETE));
    }

    synchronized void restored(Customer customer) {
        note(Deed.RESTORED, new Change("Customer", customer.getId(), AuditAction.RESTORE));
    }

    synchronized void conflict(String clerk, DataException conflict) {
        conflicts.merge(conflict.getClass().getSimpleName(), 1, Integer::sum);
        told.add(clerk + " was told: " + conflict.getMessage());
    }

    private void note(Deed deed, Change change) {
        deeds.merge(deed, 1, Integer::sum);
        changes.merge(change, 1, Integer::sum);
    }

    public synchronized int count(Deed deed) {
        return deeds.getOrDefault(deed, 0);
    }

    /** The day in numbers. */
    public synchronized Activity activity(Statistics cost, Duration took) {
        return new Activity(
                deeds.values().stream().mapToInt(Integer::intValue).sum(),
                count(Deed.PLACED),
                count(Deed.REVISED),
                count(Deed.MOVED),
                count(Deed.REMOVED),
                count(Deed.RESTORED),
                told.size(),
                cost.statements(),
                took);
    }

    /** How often each change was made. */
    public synchronized Map<Change, Integer> changes() {
        return Map.copyOf(changes);
    }

    /** What the orders are worth more than in the morning. */
    public synchronized Takings takings() {
        return new Takings().plus(takings);
    }

    /** How often an attempt had to be repeated, by the name of the exception. */
    public synchronized Map<String, Integer> conflicts() {
        return new TreeMap<>(conflicts);
    }

    public synchronized int conflictCount() {
        return told.size();
    }

    /** Every message that told a clerk of a conflict. */
    public synchronized List<String> told() {
        return List.copyOf(told);
    }
}
