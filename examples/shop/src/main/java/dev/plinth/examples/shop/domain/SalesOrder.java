package dev.plinth.examples.shop.domain;

import dev.plinth.association.Ref;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SubDocuments;
import dev.plinth.specification.FetchPlan;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
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

    @ManyToOne(optional = false)
    private Customer customer;

    @Column(nullable = false)
    private LocalDate placedOn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private OrderStatus status;

    @Embedded
    private Address shipTo;

    @ManyToOne(optional = false)
    private Ref<Country> country;

    @OneToMany(mappedBy = "salesOrder", cascade = CascadeType.ALL, orphanRemoval = true)
    @SubDocuments
    @OrderBy("number")
    private List<OrderLine> lines;

    @Embedded
    private Money total;

    /** How often a clerk has changed this order. */
    private int revisions;

    protected SalesOrder() {}

    /** An order without lines yet, in the currency of the customer's country. */
    public SalesOrder(Customer customer, LocalDate placedOn) {
        this.customer = customer;
        this.placedOn = placedOn;
        this.status = OrderStatus.OPEN;
        this.shipTo = customer.getAddress();
        this.country = customer.getCountry();
        this.lines = new ArrayList<>();
        this.total = Money.zero(customer.getCountry().get().money().code());
    }

    /** The plan to have the lines at hand, for what is done with an order outside a unit of work. */
    public static FetchPlan<SalesOrder> withLines() {
        return FetchPlan.of(SalesOrder::getLines);
    }

    /** Adds a line, at a price in the currency of the order. */
    public void add(Product product, int pieces, BigDecimal price) {
        lines.add(new OrderLine(this, lines.size() + 1, product, pieces, price));
        total = sumOfLines();
    }

    public void ship() {
        status = OrderStatus.SHIPPED;
    }

    /** Adds one piece to a line, counted from 0. */
    public void addOneMore(int line) {
        if (status != OrderStatus.OPEN) {
            throw new IllegalStateException("order " + id + " is " + status + " and cannot be changed");
        }
        lines.get(line).oneMore();
        total = sumOfLines();
        revisions++;
    }

    public boolean addsUp() {
        return total.equals(sumOfLines());
    }

    private Money sumOfLines() {
        String currency = total.currency();
        return lines.stream().map(line -> line.sum(currency)).reduce(Money.zero(currency), Money::plus);
    }

    public UUID getId() {
        return id;
    }

    public Customer getCustomer() {
        return customer;
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

    public Ref<Country> getCountry() {
        return country;
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
