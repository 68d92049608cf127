package dev.plinth.contract.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/** An embeddable class with an embeddable inside; mutable. */
@Embeddable
public class Site {
    private @Nullable String label;

    @Embedded
    private @Nullable Position position;

    protected Site() {}

    public Site(@Nullable String label, @Nullable Position position) {
        this.label = label;
        this.position = position;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable Position getPosition() {
        return position;
    }
}
