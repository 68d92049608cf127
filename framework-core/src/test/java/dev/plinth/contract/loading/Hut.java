package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Refers by two columns. */
@Entity
public class Hut {
    @Id
    private int id;

    @ManyToOne
    private @Nullable Plot plot;

    protected Hut() {}

    public Hut(int id, @Nullable Plot plot) {
        this.id = id;
        this.plot = plot;
    }

    public int getId() {
        return id;
    }

    public @Nullable Plot getPlot() {
        return plot;
    }
}
