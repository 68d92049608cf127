package dev.plinth.contract.domain;

import dev.plinth.mapping.Audited;
import dev.plinth.mapping.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values that are stored as JSON: a record, a class, a map, a list, and one within an embeddable. */
@Entity
@Audited
public class Gadget {
    @Id
    public long id;

    @Version
    public long version;

    public @Nullable String name;

    @Json
    public @Nullable Settings settings;

    @Json
    public @Nullable Wiring wiring;

    @Json
    @Column(name = "extra_data")
    public @Nullable Map<String, @Nullable Object> extras;

    @Json
    public @Nullable List<Reading> readings;

    @Json
    public @Nullable Set<Status> marks;

    @Json
    public @Nullable Object anything;

    @Json
    public @Nullable Shape shape;

    @Embedded
    public @Nullable Box box;

    protected Gadget() {}

    public Gadget(long id) {
        this.id = id;
    }

    /** A record in a record in lists and maps. */
    public record Settings(
            String colour,
            BigDecimal limit,
            List<Reading> history,
            Map<LocalDate, Duration> uses,
            @Nullable String note) {}

    /** An element. */
    public record Reading(
            Instant at, double value, @Nullable Status status) {}

    /** A mutable class with private fields and neither getters nor setters. */
    public static class Wiring {
        private final List<String> wires = new ArrayList<>();
        private Map<String, Integer> pins = new TreeMap<>();

        public Wiring connect(String wire, int pin) {
            wires.add(wire);
            pins.put(wire, pin);
            return this;
        }

        public List<String> wires() {
            return wires;
        }

        public Map<String, Integer> pins() {
            return pins;
        }
    }

    /** Something that JSON does not tell the class of. */
    public interface Shape {}

    /** A shape. */
    public record Circle(int radius) implements Shape {}

    /** An embeddable with JSON in it. */
    @Embeddable
    public record Box(
            @Nullable String label, @Json @Nullable Map<String, Integer> content) {}
}
