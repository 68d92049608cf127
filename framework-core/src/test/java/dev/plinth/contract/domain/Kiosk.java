package dev.plinth.contract.domain;

import dev.plinth.contract.domain.base.Stamped;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** An entity without a property of its own. */
@Entity
public class Kiosk extends Stamped<UUID> {
    protected Kiosk() {}

    public Kiosk(UUID id, Instant openedAt) {
        super(id, openedAt);
    }
}
