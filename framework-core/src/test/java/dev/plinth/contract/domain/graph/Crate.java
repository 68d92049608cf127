package dev.plinth.contract.domain.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gets its id from the database, and refers to others that do, in every way. */
@Entity
public class Crate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne
    private @Nullable Crate in;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "content_of")
    private List<Crate> contents = new ArrayList<>();

    @ManyToMany
    private List<Crate> beside = new ArrayList<>();

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable Crate getIn() {
        return in;
    }

    public void setIn(@Nullable Crate in) {
        this.in = in;
    }

    public List<Crate> getContents() {
        return contents;
    }

    public List<Crate> getBeside() {
        return beside;
    }
}
