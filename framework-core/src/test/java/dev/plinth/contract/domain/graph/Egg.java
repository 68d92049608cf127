package dev.plinth.contract.domain.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Cannot be without the hen. */
@Entity
public class Egg {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(optional = false, cascade = CascadeType.PERSIST)
    private @Nullable Hen hen;

    public Egg() {}

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable Hen getHen() {
        return hen;
    }

    public void setHen(@Nullable Hen hen) {
        this.hen = hen;
    }
}
