package dev.plinth.contract.domain.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree. */
@Entity
public class Genre {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(unique = true)
    private String name = "";

    @ManyToOne
    private @Nullable Genre parent;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL)
    private List<Genre> parts = new ArrayList<>();

    protected Genre() {}

    public Genre(String name, @Nullable Genre parent) {
        this.name = name;
        this.parent = parent;
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

    public @Nullable Genre getParent() {
        return parent;
    }

    public void setParent(@Nullable Genre parent) {
        this.parent = parent;
    }

    public List<Genre> getParts() {
        return parts;
    }

    public void setParts(List<Genre> parts) {
        this.parts = parts;
    }
}
