package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A record some of whose columns are not written by inserts or updates. */
@Entity
public record Stamp(
        @Id String code,
        @Column(updatable = false) String country,

        @Column(insertable = false, updatable = false) @Nullable
        String printer,

        int value,
        @Version long version) {
    public static Stamp of(String code, String country) {
        return new Stamp(code, country, null, 1, 0);
    }

    public Stamp worth(int newValue) {
        return new Stamp(code, country, printer, newValue, version);
    }

    public Stamp from(String newCountry) {
        return new Stamp(code, newCountry, printer, value, version);
    }

    public Stamp printedBy(String newPrinter) {
        return new Stamp(code, country, newPrinter, value, version);
    }
}
