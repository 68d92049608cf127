package dev.plinth.contract.domain;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity with an embedded id and a collection that refers to it. */
@Entity
public class Shipment {
    @EmbeddedId
    private @Nullable ShipmentId id;

    @Version
    private @Nullable Long version;

    private @Nullable String carrier;

    @ElementCollection
    private List<String> parcels = new ArrayList<>();

    protected Shipment() {}

    public Shipment(@Nullable ShipmentId id, @Nullable String carrier) {
        this.id = id;
        this.carrier = carrier;
    }

    public @Nullable ShipmentId getId() {
        return id;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public @Nullable String getCarrier() {
        return carrier;
    }

    public void setCarrier(@Nullable String carrier) {
        this.carrier = carrier;
    }

    public List<String> getParcels() {
        return parcels;
    }
}
