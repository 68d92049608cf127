package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Refers to a pupil, and perhaps to the pupil at its side. */
@Entity
public class Desk {
    @Id
    private int id;

    @ManyToOne
    private @Nullable Pupil pupil;

    @ManyToOne
    private @Nullable Pupil neighbour;

    protected Desk() {}

    public Desk(int id, @Nullable Pupil pupil, @Nullable Pupil neighbour) {
        this.id = id;
        this.pupil = pupil;
        this.neighbour = neighbour;
    }

    public int getId() {
        return id;
    }

    public @Nullable Pupil getPupil() {
        return pupil;
    }

    public @Nullable Pupil getNeighbour() {
        return neighbour;
    }

    public void setNeighbour(@Nullable Pupil neighbour) {
        this.neighbour = neighbour;
    }
}
