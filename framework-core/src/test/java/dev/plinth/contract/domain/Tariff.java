package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A record with constraints of Jakarta Validation. */
@Entity
public record Tariff(
        @Id @Size(max = 8) @Column(length = 20) String code,
        @NotNull @Positive @Nullable BigDecimal price,
        @Version long version) {
    public Tariff costing(@Nullable BigDecimal newPrice) {
        return new Tariff(code, newPrice, version);
    }
}
