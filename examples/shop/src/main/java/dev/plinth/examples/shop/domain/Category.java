package dev.plinth.examples.shop.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the catalogue, and the parts of that: a tree. */
@Entity
public class Category {
    @Id
    @GeneratedValue
    private @Nullable Integer id;

    @Column(nullable = false)
    private String name;

    @ManyToOne
    private @Nullable Category parent;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL)
    @OrderBy("name")
    private List<Category> parts;

    protected Category() {}

    /** A category that is no part of another. */
    public Category(String name) {
        this.name = name;
        this.parts = new ArrayList<>();
    }

    /** Adds a part. */
    public Category part(String name) {
        Category part = new Category(name);
        part.parent = this;
        parts.add(part);
        return part;
    }

    public @Nullable Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public @Nullable Category getParent() {
        return parent;
    }

    public List<Category> getParts() {
        return List.copyOf(parts);
    }

    /** The category that this one is in the end a part of. */
    public Category department() {
        return parent == null ? this : parent.department();
    }
}
