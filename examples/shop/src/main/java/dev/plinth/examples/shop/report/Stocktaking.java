package dev.plinth.examples.shop.report;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Specification.where;

import dev.plinth.Plinth;
import dev.plinth.examples.shop.domain.BankTransfer;
import dev.plinth.examples.shop.domain.CardPayment;
import dev.plinth.examples.shop.domain.Customers;
import dev.plinth.examples.shop.domain.Money;
import dev.plinth.examples.shop.domain.Payment;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.Stock;
import dev.plinth.examples.shop.domain.Takings;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is there: all orders with their lines, passed over window by window, and the numbers of customers. */
public final class Stocktaking {
    private static final int WINDOW = 2_000;

    private final Map<String, Revenue> revenue = new TreeMap<>();
    private final Map<UUID, Integer> revised = new HashMap<>();
    private final Takings takings = new Takings();
    private final List<UUID> wrongTotals = new ArrayList<>();
    private final Stock stock;
    private int orders;
    private long cards;
    private long transfers;
    private long payments;
    private int revisions;

    /** What was ordered to a country. */
    public record Revenue(String country, int orders, Money sum) {
        private Revenue plus(Revenue other) {
            return new Revenue(country, orders + other.orders, sum.plus(other.sum));
        }
    }

    private Stocktaking(Plinth plinth) {
        Selection<SalesOrder> window = Selection.of(SalesOrder.class)
                .orderBy(Order.by(asc(SalesOrder::getId)))
                .range(0, WINDOW)
                .fetch(SalesOrder.withLines());
        for (List<SalesOrder> orders = read(plinth, window); !orders.isEmpty(); ) {
            orders.forEach(this::take);
            UUID last = orders.get(orders.size() - 1).getId();
            orders = read(plinth, window.where(where(SalesOrder::getId).greaterThan(last)));
        }
        Customers customers = plinth.repository(Customers.class);
        plinth.read(uow -> {
            cards = uow.count(Selection.of(CardPayment.class));
            transfers = uow.count(Selection.of(BankTransfer.class));
            payments = uow.count(Selection.of(Payment.class));
        });
        stock = new Stock(orders, revisions, (int) customers.count(Specification.all()), (int)
                customers.onlyDeleted().count(Specification.all()));
    }

    public static Stocktaking of(Plinth plinth) {
        return new Stocktaking(plinth);
    }

    private static List<SalesOrder> read(Plinth plinth, Selection<SalesOrder> window) {
        return plinth.readResult(uow -> uow.find(window));
    }

    private void take(SalesOrder order) {
        orders++;
        revisions += order.getRevisions();
        takings.add(order.getTotal());
        String country = (String) order.getCountry().id();
        revenue.merge(country, new Revenue(country, 1, order.getTotal()), Revenue::plus);
        if (order.getRevisions() > 0) {
            revised.put(order.getId(), order.getRevisions());
        }
        if (!order.addsUp()) {
            wrongTotals.add(order.getId());
        }
    }

    public Stock stock() {
        return stock;
    }

    public Takings takings() {
        return takings;
    }

    long cards() {
        return cards;
    }

    long transfers() {
        return transfers;
    }

    /** Of all kinds. */
    long payments() {
        return payments;
    }

    /** By country. */
    List<Revenue> revenue() {
        return List.copyOf(revenue.values());
    }

    /** How often an order was revised. */
    int revisionsOf(UUID order) {
        return revised.getOrDefault(order, 0);
    }

    /** The orders whose total is not the sum of their lines. */
    List<UUID> wrongTotals() {
        return List.copyOf(wrongTotals);
    }
}
