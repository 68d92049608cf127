package dev.plinth.contract.safety;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is soft-deleted; what belongs to it cannot be. */
@SoftDelete
@Entity
public class Vault {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private long version;

    @OneToMany(mappedBy = "vault", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Chest> chests = new ArrayList<>();

    @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
    private @Nullable Member keeper;

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public List<Chest> getChests() {
        return chests;
    }

    public @Nullable Member getKeeper() {
        return keeper;
    }

    public void setKeeper(@Nullable Member keeper) {
        this.keeper = keeper;
    }
}
