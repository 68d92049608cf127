package dev.plinth.contract.domain;

import dev.plinth.contract.domain.base.Stamped;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;

/** An entity most of whose properties are those of superclasses, one in a column of its own choice. */
@Entity
@AttributeOverride(name = "openedAt", column = @Column(name = "opened", nullable = false))
@AttributeOverride(name = "address.city", column = @Column(name = "town"))
public class Depot extends Stamped<String> {
    private int places;

    protected Depot() {}

    public Depot(String id, Instant openedAt, int places) {
        super(id, openedAt);
        this.places = places;
    }

    public int getPlaces() {
        return places;
    }

    public void setPlaces(int places) {
        this.places = places;
    }
}
