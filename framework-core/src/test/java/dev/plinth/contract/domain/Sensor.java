package dev.plinth.contract.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entity with a point in time as its version. */
@Entity
public class Sensor {
    @Id
    private int id;

    @Version
    private @Nullable Instant changedAt;

    private double reading;

    protected Sensor() {}

    public Sensor(int id, double reading) {
        this.id = id;
        this.reading = reading;
    }

    public int getId() {
        return id;
    }

    public @Nullable Instant getChangedAt() {
        return changedAt;
    }

    public double getReading() {
        return reading;
    }

    public void setReading(double reading) {
        this.reading = reading;
    }
}
