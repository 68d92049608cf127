package dev.plinth.contract.domain.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Refers to its captain, who refers to the ship. */
@Entity
public class Ship {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String name = "";

    @ManyToOne(cascade = CascadeType.PERSIST)
    private @Nullable Captain captain;

    protected Ship() {}

    public Ship(String name) {
        this.name = name;
    }

    public @Nullable Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable Captain getCaptain() {
        return captain;
    }

    public void setCaptain(@Nullable Captain captain) {
        this.captain = captain;
    }
}
