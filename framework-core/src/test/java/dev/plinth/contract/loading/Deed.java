package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** The side of a one-to-one that has the columns. */
@Entity
public class Deed {
    @Id
    private int id;

    @OneToOne
    private @Nullable Plot plot;

    protected Deed() {}

    public Deed(int id, @Nullable Plot plot) {
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
