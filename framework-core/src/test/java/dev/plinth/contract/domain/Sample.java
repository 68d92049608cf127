package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What generated specifications ask for: nullable properties of the types that compare in different ways. */
@Entity
public class Sample {
    @Id
    public int id;

    public @Nullable Integer number;
    public @Nullable String text;

    @Column(precision = 8, scale = 2)
    public @Nullable BigDecimal amount;

    public @Nullable LocalDate day;
    public @Nullable Instant moment;
    public @Nullable Double ratio;
    public @Nullable UUID key;
    public @Nullable Boolean flag;

    @Enumerated(EnumType.STRING)
    public @Nullable Status status;

    public @Nullable Part part;

    @ElementCollection
    public Set<String> words = new LinkedHashSet<>();

    @ElementCollection
    public List<Part> parts = new ArrayList<>();

    public @Nullable Status getStatus() {
        return status;
    }

    public @Nullable Boolean getFlag() {
        return flag;
    }

    public @Nullable Part getPart() {
        return part;
    }

    public Set<String> getWords() {
        return words;
    }

    public List<Part> getParts() {
        return parts;
    }

    @Override
    public String toString() {
        return "Sample " + id + " (number " + number + ", text " + text + ", amount " + amount + ", day " + day
                + ", moment " + moment + ", ratio " + ratio + ", key " + key + ", flag " + flag + ", status " + status
                + ", part " + part + ", words " + words + ", parts " + parts + ")";
    }
}
