package dev.plinth.examples.shop.domain;

/** How far an order is. */
public enum OrderStatus {
    OPEN,
    SHIPPED
}
