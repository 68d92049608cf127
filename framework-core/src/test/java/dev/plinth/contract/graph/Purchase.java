package dev.plinth.contract.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In the middle: belongs to a buyer, owns items, and is marked with labels. */
@Entity
public class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    private int number;

    @ManyToOne
    private @Nullable Buyer buyer;

    @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Item> items = new ArrayList<>();

    @ManyToMany
    private Set<Label> labels = new LinkedHashSet<>();

    protected Purchase() {}

    public Purchase(@Nullable Buyer buyer, int number) {
        this.buyer = buyer;
        this.number = number;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    public @Nullable Buyer getBuyer() {
        return buyer;
    }

    public void setBuyer(@Nullable Buyer buyer) {
        this.buyer = buyer;
    }

    public List<Item> getItems() {
        return items;
    }

    public Item add(String product) {
        Item item = new Item(this, product);
        items.add(item);
        return item;
    }

    public Set<Label> getLabels() {
        return labels;
    }
}
