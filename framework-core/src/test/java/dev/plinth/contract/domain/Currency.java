package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A record with an id that the application assigns. */
@Entity
public record Currency(
        @Id @Column(length = 3) String code,
        @Column(nullable = false, length = 50) String name,
        int digits,
        @Version long version) {
    public static Currency of(String code, String name, int digits) {
        return new Currency(code, name, digits, 0);
    }

    public Currency named(String newName) {
        return new Currency(code, newName, digits, version);
    }
}
