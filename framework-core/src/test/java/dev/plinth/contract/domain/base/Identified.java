package dev.plinth.contract.domain.base;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the type of the id to the entities.
 *
 * @param <K> the type of the id
 */
@MappedSuperclass
public abstract class Identified<K> {
    @Id
    private @Nullable K id;

    protected Identified() {}

    protected Identified(K id) {
        this.id = id;
    }

    public @Nullable K getId() {
        return id;
    }
}
