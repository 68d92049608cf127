package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A currency of ISO 4217: lookup data, and therefore a record. */
@Entity
public record Currency(
        @Id @Column(length = 3) String code,
        @Column(nullable = false) String name,
        int digits) {}
