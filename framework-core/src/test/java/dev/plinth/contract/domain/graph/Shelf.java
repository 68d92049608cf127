package dev.plinth.contract.domain.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has records, which refer to it. */
@Entity
public class Shelf {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("title")
    private List<Volume> volumes = new ArrayList<>();

    public @Nullable Long getId() {
        return id;
    }

    public List<Volume> getVolumes() {
        return volumes;
    }
}
