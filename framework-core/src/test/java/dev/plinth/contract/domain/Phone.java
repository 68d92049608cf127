package dev.plinth.contract.domain;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** An embeddable that is the element of a collection. */
@Embeddable
public record Phone(@Nullable String kind, @Nullable String number, int calls) {}
