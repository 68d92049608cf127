package dev.plinth.docs;

import jakarta.persistence.Embeddable;

/** Where somebody lives. */
// docs:customer
@Embeddable
public record Address(String street, String city) {}
// end
