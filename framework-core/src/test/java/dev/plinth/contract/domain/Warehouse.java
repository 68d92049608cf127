package dev.plinth.contract.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entity with two embeddables of one class, one with its columns renamed. */
@Entity
@Table(name = "store_houses")
public class Warehouse {
    @Id
    @Column(name = "house_id")
    private int id;

    @Embedded
    private @Nullable Site front;

    @Embedded
    @AttributeOverride(name = "label", column = @Column(name = "back_label"))
    @AttributeOverride(name = "position.latitude", column = @Column(name = "back_lat"))
    @AttributeOverride(name = "position.longitude", column = @Column(name = "back_long"))
    private @Nullable Site back;

    protected Warehouse() {}

    public Warehouse(int id, @Nullable Site front, @Nullable Site back) {
        this.id = id;
        this.front = front;
        this.back = back;
    }

    public int getId() {
        return id;
    }

    public @Nullable Site getFront() {
        return front;
    }

    public void setFront(@Nullable Site front) {
        this.front = front;
    }

    public @Nullable Site getBack() {
        return back;
    }

    public void setBack(@Nullable Site back) {
        this.back = back;
    }
}
