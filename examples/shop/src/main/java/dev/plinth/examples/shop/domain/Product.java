package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** Something that the shop sells, at a price in euros. */
@Entity
public class Product {
    @Id
    @Column(length = 10)
    private String sku;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, precision = 9, scale = 2)
    private BigDecimal euros;

    @ManyToOne(optional = false)
    private Category category;

    @ManyToMany
    private Set<Label> labels;

    protected Product() {}

    public Product(String sku, String name, BigDecimal euros, Category category, Set<Label> labels) {
        this.sku = sku;
        this.name = name;
        this.euros = euros;
        this.category = category;
        this.labels = new HashSet<>(labels);
    }

    public String getSku() {
        return sku;
    }

    public String getName() {
        return name;
    }

    public BigDecimal getEuros() {
        return euros;
    }

    public Category getCategory() {
        return category;
    }

    public Set<Label> getLabels() {
        return Set.copyOf(labels);
    }
}
