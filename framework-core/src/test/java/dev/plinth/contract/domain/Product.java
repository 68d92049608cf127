package dev.plinth.contract.domain;

import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with a generated id, soft delete, audit, a boxed version and a collection. */
@Entity
@SoftDelete
@Audited
public record Product(
        @Id @GeneratedValue(strategy = GenerationType.UUID) @Nullable
        UUID id,

        @Column(nullable = false, unique = true) String name,
        @Column(precision = 10, scale = 2) @Nullable BigDecimal price,
        @ElementCollection Set<String> labels,
        @Version @Nullable Integer version) {
    public static Product of(String name, String price, String... labels) {
        return new Product(null, name, new BigDecimal(price), Set.of(labels), null);
    }

    public Product at(String newPrice) {
        return new Product(id, name, new BigDecimal(newPrice), labels, version);
    }

    public Product labelled(String... newLabels) {
        return new Product(id, name, price, Set.of(newLabels), version);
    }
}
