package dev.plinth.contract.zoo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Where birds live. */
@Entity
public class Aviary {
    @Id
    private long id;

    private String name = "";

    @OneToMany(mappedBy = "home")
    private List<Animal.Bird> birds = new ArrayList<>();

    protected Aviary() {}

    public Aviary(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Animal.Bird> getBirds() {
        return birds;
    }
}
