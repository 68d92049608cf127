package dev.plinth.contract.domain;

import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity with an id class, whose order of properties is not that of the entity. */
@Entity
@IdClass(SeatKey.class)
@SoftDelete
@Audited
public class Seat {
    @Id
    @Column(name = "seat_number")
    private int number;

    private @Nullable String holder;

    @Id
    @Column(length = 40)
    private String hall = "";

    @Version
    private long version;

    @ElementCollection
    private List<String> wishes = new ArrayList<>();

    protected Seat() {}

    public Seat(String hall, int number, @Nullable String holder) {
        this.hall = hall;
        this.number = number;
        this.holder = holder;
    }

    public SeatKey key() {
        return new SeatKey(hall, number);
    }

    public String getHall() {
        return hall;
    }

    public void setHall(String hall) {
        this.hall = hall;
    }

    public int getNumber() {
        return number;
    }

    public @Nullable String getHolder() {
        return holder;
    }

    public void setHolder(@Nullable String holder) {
        this.holder = holder;
    }

    public List<String> getWishes() {
        return wishes;
    }
}
