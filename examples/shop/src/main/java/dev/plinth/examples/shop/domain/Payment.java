package dev.plinth.examples.shop.domain;

import jakarta.persistence.Entity;
import java.util.UUID;

/** How an order was paid: a hierarchy of records. */
@Entity
public sealed interface Payment permits CardPayment, BankTransfer {
    UUID id();

    SalesOrder salesOrder();

    Money amount();
}
