package dev.plinth.contract.domain.graph;

import dev.plinth.association.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A record that belongs to a shelf. */
@Entity
public record Volume(
        @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) @Nullable
        Long id,

        @Version long version,
        String title,
        @ManyToOne @Nullable Ref<Shelf> shelf) {
    public Volume(String title) {
        this(null, 0, title, null);
    }

    public Volume titled(String changed) {
        return new Volume(id, version, changed, shelf);
    }
}
