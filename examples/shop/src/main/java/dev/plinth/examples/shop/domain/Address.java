package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where somebody lives, or where something goes. */
@Embeddable
public record Address(
        String street,
        String city,
        @Column(length = 20) String postcode,
        @Column(length = 2) String country) {
    @Override
    public String toString() {
        return street + ", " + postcode + " " + city + ", " + country;
    }
}
