package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.UUID;

/** So many pieces of a product, at a price in the currency of the order. A part of the order, and changed through it. */
@Entity
public class OrderLine {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @ManyToOne(optional = false)
    private SalesOrder salesOrder;

    private int number;

    @ManyToOne(optional = false)
    private Product product;

    private int quantity;

    @Column(nullable = false, precision = 18, scale = 3)
    private BigDecimal price;

    protected OrderLine() {}

    OrderLine(SalesOrder salesOrder, int number, Product product, int quantity, BigDecimal price) {
        if (quantity < 1) {
            throw new IllegalArgumentException("a line of " + quantity + " pieces");
        }
        this.salesOrder = salesOrder;
        this.number = number;
        this.product = product;
        this.quantity = quantity;
        this.price = price;
    }

    void oneMore() {
        quantity++;
    }

    Money sum(String currency) {
        return new Money(price, currency).times(quantity);
    }

    public UUID getId() {
        return id;
    }

    public SalesOrder getSalesOrder() {
        return salesOrder;
    }

    /** Its place in the order, from 1. */
    public int getNumber() {
        return number;
    }

    public Product getProduct() {
        return product;
    }

    public int getQuantity() {
        return quantity;
    }

    public BigDecimal getPrice() {
        return price;
    }
}
