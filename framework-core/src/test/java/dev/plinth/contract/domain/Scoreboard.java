package dev.plinth.contract.domain;

import dev.plinth.mapping.Audited;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity with maps of values. */
@Entity
@Audited
public class Scoreboard {
    @Id
    private long id;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "scoreboard_points", joinColumns = @JoinColumn(name = "board"))
    @MapKeyColumn(name = "player", length = 40)
    @Column(name = "points")
    private Map<String, Integer> scores = new LinkedHashMap<>();

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    @AttributeOverride(name = "value.number", column = @Column(name = "digits", length = 20))
    private Map<Status, Phone> phones = new LinkedHashMap<>();

    @ElementCollection
    @MapKeyColumn(precision = 8, scale = 2)
    private Map<BigDecimal, Instant> levels = new LinkedHashMap<>();

    protected Scoreboard() {}

    public Scoreboard(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public Map<String, Integer> getScores() {
        return scores;
    }

    public void setScores(@Nullable Map<String, Integer> scores) {
        this.scores = scores;
    }

    public Map<Status, Phone> getPhones() {
        return phones;
    }

    public Map<BigDecimal, Instant> getLevels() {
        return levels;
    }
}
