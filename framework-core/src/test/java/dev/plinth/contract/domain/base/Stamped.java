package dev.plinth.contract.domain.base;

import dev.plinth.contract.domain.Address;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Has a version, and says that its entities are soft-deleted and audited.
 *
 * @param <K> the type of the id
 */
@MappedSuperclass
@SoftDelete
@Audited
public abstract class Stamped<K> extends Identified<K> {
    @Version
    private long version;

    private @Nullable Instant openedAt;

    @Embedded
    private @Nullable Address address;

    // not stored
    private transient int visits;

    protected Stamped() {}

    protected Stamped(K id, Instant openedAt) {
        super(id);
        this.openedAt = openedAt;
    }

    public long getVersion() {
        return version;
    }

    public @Nullable Instant getOpenedAt() {
        return openedAt;
    }

    public @Nullable Address getAddress() {
        return address;
    }

    public void moveTo(Address to) {
        address = to;
        visits++;
    }

    public int getVisits() {
        return visits;
    }
}
