package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** So many pieces of a product, at a price in the currency of the order. */
@Embeddable
public record OrderLine(
        @Column(nullable = false) String product,
        int quantity,
        @Column(nullable = false, precision = 18, scale = 3) BigDecimal price) {
    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("a line of " + quantity + " pieces");
        }
    }

    OrderLine withQuantity(int newQuantity) {
        return new OrderLine(product, newQuantity, price);
    }
}
