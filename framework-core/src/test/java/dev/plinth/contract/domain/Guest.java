package dev.plinth.contract.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A domain class without a single annotation of a framework: it is mapped by code. */
public class Guest {
    private @Nullable UUID id;
    private int version;
    private String name;
    private @Nullable Room room;
    private List<String> wishes = new ArrayList<>();

    Guest() {
        this("");
    }

    public Guest(String name) {
        this.name = name;
    }

    /** An embeddable without an annotation. */
    public record Room(int floor, @Nullable String name) {}

    public @Nullable UUID getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable Room getRoom() {
        return room;
    }

    public void setRoom(@Nullable Room room) {
        this.room = room;
    }

    public List<String> getWishes() {
        return wishes;
    }
}
