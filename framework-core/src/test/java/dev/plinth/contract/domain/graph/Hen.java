package dev.plinth.contract.domain.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Cannot be without the egg. */
@Entity
public class Hen {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(optional = false, cascade = CascadeType.PERSIST)
    private @Nullable Egg egg;

    public Hen() {}

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable Egg getEgg() {
        return egg;
    }

    public void setEgg(@Nullable Egg egg) {
        this.egg = egg;
    }
}
