package dev.plinth.contract.domain;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record with a map of values. */
@Entity
public record Palette(
        @Id String name,
        @ElementCollection Map<Integer, String> colours,
        @Version long version) {
    public Palette with(int number, String colour) {
        Map<Integer, String> more = new LinkedHashMap<>(colours);
        more.put(number, colour);
        return new Palette(name, more, version);
    }
}
