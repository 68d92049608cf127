package dev.plinth.contract.zoo;

import dev.plinth.association.Ref;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps animals of several kinds, one of which is the favourite. */
@Entity
public class Keeper {
    @Id
    private long id;

    private String name = "";

    @OneToMany(mappedBy = "keeper", cascade = CascadeType.PERSIST)
    private List<Animal> animals = new ArrayList<>();

    @ManyToOne
    private @Nullable Ref<Animal> favourite;

    protected Keeper() {}

    public Keeper(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Animal> getAnimals() {
        return animals;
    }

    public @Nullable Ref<Animal> getFavourite() {
        return favourite;
    }

    public void setFavourite(@Nullable Ref<Animal> favourite) {
        this.favourite = favourite;
    }
}
