package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where somebody lives, or where something goes. */
@Embeddable
public record Address(
        @Column(nullable = false) String street,
        @Column(nullable = false) String city,
        @Column(nullable = false, length = 20) String postcode,
        @Column(nullable = false, length = 2) String country) {
    @Override
    public String toString() {
        return street + ", " + postcode + " " + city + ", " + country;
    }
}
