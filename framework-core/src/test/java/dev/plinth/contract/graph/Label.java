package dev.plinth.contract.graph;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inverse side of a many-to-many. */
@Entity
public class Label {
    @Id
    private @Nullable String name;

    @ManyToMany(mappedBy = "labels")
    private Set<Purchase> purchases = new LinkedHashSet<>();

    protected Label() {}

    public Label(String name) {
        this.name = name;
    }

    public @Nullable String getName() {
        return name;
    }

    public Set<Purchase> getPurchases() {
        return purchases;
    }
}
