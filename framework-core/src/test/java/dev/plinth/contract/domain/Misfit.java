package dev.plinth.contract.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PrimaryKeyJoinColumn;
import org.jspecify.annotations.Nullable;

/** An entity with annotations that are not supported. */
@Entity
public class Misfit {
    @Id
    private int id;

    @OneToOne
    @PrimaryKeyJoinColumn
    private @Nullable Misfit twin;

    protected Misfit() {}

    public Misfit(int id) {
        this.id = id;
    }

    @PrePersist
    void check() {
        if (id < 0 || twin == this) {
            throw new IllegalStateException();
        }
    }
}
