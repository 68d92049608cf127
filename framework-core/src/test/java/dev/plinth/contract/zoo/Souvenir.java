package dev.plinth.contract.zoo;

import dev.plinth.association.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Records, in a table for each. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public sealed interface Souvenir {
    long id();

    long version();

    String label();

    /** Has a number. */
    @Entity
    record Mug(@Id long id, @Version long version, String label, int size) implements Souvenir {}

    /** Has a number, and refers to an animal. */
    @Entity
    record Poster(
            @Id long id,
            @Version long version,
            String label,
            @Column(nullable = false) int width,
            @ManyToOne @Nullable Ref<Animal> shows)
            implements Souvenir {}
}
