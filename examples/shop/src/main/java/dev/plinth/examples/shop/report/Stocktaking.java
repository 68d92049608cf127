package dev.plinth.examples.shop.report;

import dev.plinth.Plinth;
import dev.plinth.examples.shop.domain.Customers;
import dev.plinth.examples.shop.domain.Money;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.SalesOrders;
import dev.plinth.examples.shop.domain.Stock;
import dev.plinth.examples.shop.domain.Takings;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What is there: all orders, passed over one by one, and the numbers of customers. */
public final class Stocktaking {
    private final Map<String, Revenue> revenue = new TreeMap<>();
    private final Map<UUID, Integer> revised = new HashMap<>();
    private final Takings takings = new Takings();
    private final List<UUID> wrongTotals = new ArrayList<>();
    private final Stock stock;
    private int orders;
    private int revisions;

    /** What was ordered to a country. */
    public record Revenue(String country, int orders, Money sum) {
        private Revenue plus(Revenue other) {
            return new Revenue(country, orders + other.orders, sum.plus(other.sum));
        }
    }

    private Stocktaking(Plinth plinth) {
        try (Stream<SalesOrder> all =
                plinth.repository(SalesOrders.class).stream(Specification.all(), Order.by(List.of()))) {
            all.forEach(this::take);
        }
        Customers customers = plinth.repository(Customers.class);
        stock = new Stock(orders, revisions, (int) customers.count(Specification.all()), (int)
                customers.onlyDeleted().count(Specification.all()));
    }

    public static Stocktaking of(Plinth plinth) {
        return new Stocktaking(plinth);
    }

    private void take(SalesOrder order) {
        orders++;
        revisions += order.getRevisions();
        takings.add(order.getTotal());
        String country = order.getShipTo().country();
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
