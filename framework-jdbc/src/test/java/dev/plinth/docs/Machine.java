package dev.plinth.docs;

import dev.plinth.mapping.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// docs:json-entity
@Entity
public class Machine {
    @Id
    private String name;

    @Json
    private Settings settings;

    @Json
    private Map<String, Object> remarks = new LinkedHashMap<>();

    public record Settings(BigDecimal limit, List<Slot> slots, Instant since) {}

    public record Slot(String tool, Duration wear) {}
    // end

    protected Machine() {}

    Machine(String name, Settings settings) {
        this.name = name;
        this.settings = settings;
    }

    String name() {
        return name;
    }

    Settings settings() {
        return settings;
    }

    Map<String, Object> remarks() {
        return remarks;
    }
}
