package dev.plinth.contract.domain.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is deleted for good, while what is pinned to it is marked. */
@Entity
public class Board {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private long version;

    @OneToMany(mappedBy = "board", cascade = CascadeType.ALL)
    private List<Pin> pins = new ArrayList<>();

    public @Nullable Long getId() {
        return id;
    }

    public List<Pin> getPins() {
        return pins;
    }
}
