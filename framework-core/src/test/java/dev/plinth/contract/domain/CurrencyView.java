package dev.plinth.contract.domain;

import dev.plinth.mapping.ReadOnly;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The table of currencies, only read. */
@Entity
@ReadOnly
@Table(name = "currency")
public record CurrencyView(
        @Id String code, String name, int digits, @Version long version) {
    public CurrencyView named(String newName) {
        return new CurrencyView(code, newName, digits, version);
    }
}
