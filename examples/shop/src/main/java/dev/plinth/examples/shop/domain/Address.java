package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where somebody lives in a country. */
@Embeddable
public record Address(
        @Column(nullable = false) String street,
        @Column(nullable = false) String city,
        @Column(nullable = false, length = 20) String postcode) {
    @Override
    public String toString() {
        return street + ", " + postcode + " " + city;
    }
}
