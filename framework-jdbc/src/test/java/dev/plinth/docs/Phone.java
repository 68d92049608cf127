package dev.plinth.docs;

import jakarta.persistence.Embeddable;

/** A telephone. */
// docs:customer
@Embeddable
public record Phone(String label, String number) {}
// end
