package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Paid through a bank, with a word that tells what for. */
@Entity
public record BankTransfer(
        @Id @GeneratedValue(strategy = GenerationType.UUID) @Nullable
        UUID id,

        @ManyToOne(optional = false) SalesOrder salesOrder,
        Money amount,
        @Column(length = 40) String purpose)
        implements Payment {}
