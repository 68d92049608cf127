package dev.plinth.contract.graph;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A leaf of the aggregate. */
@Entity
public class Item {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private String product = "";

    @ManyToOne(optional = false)
    private @Nullable Purchase purchase;

    protected Item() {}

    public Item(Purchase purchase, String product) {
        this.purchase = purchase;
        this.product = product;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }

    public @Nullable Purchase getPurchase() {
        return purchase;
    }

    public void setPurchase(@Nullable Purchase purchase) {
        this.purchase = purchase;
    }
}
