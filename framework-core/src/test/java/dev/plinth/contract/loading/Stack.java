package dev.plinth.contract.loading;

import dev.plinth.association.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A stack of leaflets: an ordinary class that holds references to a record and, freely, to a class like itself. */
@Entity
public class Stack {
    @Id
    private int id;

    @ManyToOne
    private @Nullable Ref<Leaflet> leaflet;

    @ManyToOne
    private @Nullable Ref<Stack> under;

    protected Stack() {}

    public Stack(int id, @Nullable Ref<Leaflet> leaflet, @Nullable Ref<Stack> under) {
        this.id = id;
        this.leaflet = leaflet;
        this.under = under;
    }

    public int getId() {
        return id;
    }

    public @Nullable Ref<Leaflet> getLeaflet() {
        return leaflet;
    }

    public @Nullable Ref<Stack> getUnder() {
        return under;
    }

    public void setUnder(@Nullable Ref<Stack> under) {
        this.under = under;
    }
}
