package dev.plinth.examples.shop.domain;

import dev.plinth.association.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A country of ISO 3166, with the currency that is paid with there; Antarctica has none. */
@Entity
public record Country(
        @Id @Column(length = 2) String code,
        @Column(nullable = false) String name,
        @ManyToOne @Nullable Ref<Currency> currency) {
    /** What is paid with there. */
    public Currency money() {
        if (currency == null) {
            throw new IllegalStateException("nothing is sold to " + name);
        }
        return currency.get();
    }
}
