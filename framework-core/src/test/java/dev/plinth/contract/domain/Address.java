package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** An embeddable record. */
@Embeddable
public record Address(
        @Nullable String street,
        @Nullable String city,
        @Column(name = "postcode", length = 10) @Nullable String zip) {
    /** An address in a city. */
    public static Address in(String city) {
        return new Address("Main Street 1", city, "1010");
    }
}
