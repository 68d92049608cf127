package dev.plinth.contract.domain.base;

import dev.plinth.contract.domain.Vehicle;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What the root of each fleet has. */
@MappedSuperclass
public abstract class VehicleState implements Vehicle {
    @Id
    private String id = "";

    @Version
    private long version;

    private @Nullable String name;

    protected VehicleState() {}

    protected VehicleState(String id, @Nullable String name) {
        this.id = id;
        this.name = name;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public long getVersion() {
        return version;
    }

    @Override
    public @Nullable String getName() {
        return name;
    }

    @Override
    public void setName(@Nullable String name) {
        this.name = name;
    }
}
