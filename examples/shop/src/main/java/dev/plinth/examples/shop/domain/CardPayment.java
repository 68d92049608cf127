package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Paid with a card, of which only the last digits are kept. */
@Entity
public record CardPayment(
        @Id @GeneratedValue(strategy = GenerationType.UUID) @Nullable
        UUID id,

        @ManyToOne(optional = false) SalesOrder salesOrder,
        Money amount,
        @Column(length = 4) String lastDigits)
        implements Payment {}
