package dev.plinth.contract.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class that is mapped by code, so that tests can map it to columns of other sizes. */
public class Parcel {
    private long id;
    private @Nullable String label;
    private @Nullable BigDecimal weight;
    private @Nullable Instant sentAt;
    private @Nullable Integer floor;
    private List<String> words = new ArrayList<>();
    private List<Instant> stops = new ArrayList<>();
    private Set<Instant> scans = new LinkedHashSet<>();
    private Set<BigDecimal> fees = new LinkedHashSet<>();

    protected Parcel() {}

    public Parcel(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable BigDecimal getWeight() {
        return weight;
    }

    public void setWeight(@Nullable BigDecimal weight) {
        this.weight = weight;
    }

    public @Nullable Instant getSentAt() {
        return sentAt;
    }

    public void setSentAt(@Nullable Instant sentAt) {
        this.sentAt = sentAt;
    }

    public @Nullable Integer getFloor() {
        return floor;
    }

    public void setFloor(@Nullable Integer floor) {
        this.floor = floor;
    }

    public List<String> getWords() {
        return words;
    }

    public List<Instant> getStops() {
        return stops;
    }

    public Set<Instant> getScans() {
        return scans;
    }

    public Set<BigDecimal> getFees() {
        return fees;
    }
}
