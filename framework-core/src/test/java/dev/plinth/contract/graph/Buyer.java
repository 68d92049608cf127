package dev.plinth.contract.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The root of an aggregate: it owns purchases, and has a card or none. */
@Entity
public class Buyer {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    private String name = "";

    @OneToMany(mappedBy = "buyer", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<Purchase> purchases = new ArrayList<>();

    @OneToOne(mappedBy = "buyer", cascade = CascadeType.ALL)
    private @Nullable Card card;

    protected Buyer() {}

    public Buyer(String name) {
        this.name = name;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Purchase> getPurchases() {
        return purchases;
    }

    public Purchase buy(int number) {
        Purchase purchase = new Purchase(this, number);
        purchases.add(purchase);
        return purchase;
    }

    public @Nullable Card getCard() {
        return card;
    }

    public void setCard(@Nullable Card card) {
        this.card = card;
    }

    @Override
    public String toString() {
        return "buyer " + name;
    }
}
