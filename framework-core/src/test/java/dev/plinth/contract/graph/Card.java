package dev.plinth.contract.graph;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The owning side of a one-to-one. */
@Entity
public class Card {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private String code = "";

    @OneToOne
    private @Nullable Buyer buyer;

    protected Card() {}

    public Card(String code, Buyer buyer) {
        this.code = code;
        this.buyer = buyer;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public @Nullable Buyer getBuyer() {
        return buyer;
    }

    public void setBuyer(@Nullable Buyer buyer) {
        this.buyer = buyer;
    }
}
