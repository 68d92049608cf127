package dev.plinth.examples.shop.domain;

import static dev.plinth.specification.Specification.where;

import dev.plinth.specification.Specification;
import java.time.LocalDate;

/** What can be said of orders. */
public final class OrderSpecs {
    private static final int DAYS_TO_SHIP = 14;

    private OrderSpecs() {}

    public static Specification<SalesOrder> open() {
        return where(SalesOrder::getStatus).is(OrderStatus.OPEN);
    }

    public static Specification<SalesOrder> of(Customer customer) {
        return where(SalesOrder::getCustomer).is(customer);
    }

    public static Specification<SalesOrder> late(LocalDate today) {
        return open().and(where(SalesOrder::getPlacedOn).lessThan(today.minusDays(DAYS_TO_SHIP)));
    }

    /** More of one product than one parcel takes. */
    public static Specification<SalesOrder> bulky(int pieces) {
        return where(SalesOrder::getLines).any(where(OrderLine::getQuantity).greaterThan(pieces));
    }
}
