package dev.plinth.examples.shop.domain;

import dev.plinth.mapping.Audited;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a customer has ordered. The address is the one the customer had then: goods do not follow those who move. */
@Entity
@Audited
public class SalesOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false)
    private UUID customerId;

    @Column(nullable = false)
    private LocalDate placedOn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private OrderStatus status;

    @Embedded
    private Address shipTo;

    @ElementCollection
    private List<OrderLine> lines;

    @Embedded
    private Money total;

    /** How often a clerk has changed this order. */
    private int revisions;

    protected SalesOrder() {}

    public SalesOrder(Customer customer, LocalDate placedOn, String currency, List<OrderLine> lines) {
        this.customerId = customer.getId();
        this.placedOn = placedOn;
        this.status = OrderStatus.OPEN;
        this.shipTo = customer.getAddress();
        this.lines = new ArrayList<>(lines);
        this.total = sumOfLines(currency);
    }

    public void ship() {
        status = OrderStatus.SHIPPED;
    }

    /** Adds one piece to a line, counted from 0. */
    public void addOneMore(int line) {
        if (status != OrderStatus.OPEN) {
            throw new IllegalStateException("order " + id + " is " + status + " and cannot be changed");
        }
        OrderLine old = lines.get(line);
        lines.set(line, old.withQuantity(old.quantity() + 1));
        total = sumOfLines(total.currency());
        revisions++;
    }

    public boolean addsUp() {
        return total.equals(sumOfLines(total.currency()));
    }

    private Money sumOfLines(String currency) {
        return lines.stream()
                .map(line -> new Money(line.price(), currency).times(line.quantity()))
                .reduce(Money.zero(currency), Money::plus);
    }

    public UUID getId() {
        return id;
    }

    public UUID getCustomerId() {
        return customerId;
    }

    public LocalDate getPlacedOn() {
        return placedOn;
    }

    public OrderStatus getStatus() {
        return status;
    }

    public Address getShipTo() {
        return shipTo;
    }

    public List<OrderLine> getLines() {
        return List.copyOf(lines);
    }

    public Money getTotal() {
        return total;
    }

    public int getRevisions() {
        return revisions;
    }
}
