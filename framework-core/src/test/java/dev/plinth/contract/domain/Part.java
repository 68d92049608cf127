package dev.plinth.contract.domain;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** An embeddable of nullable properties, alone and as an element. */
@Embeddable
public record Part(@Nullable String label, @Nullable Integer size) {}
