package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A country of ISO 3166, with the currency that is paid with there; Antarctica has none. */
@Entity
public record Country(
        @Id @Column(length = 2) String code,
        @Column(nullable = false) String name,
        @Column(length = 3) @Nullable String currency) {}
