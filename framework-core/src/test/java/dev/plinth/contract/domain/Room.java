package dev.plinth.contract.domain;

/** A class without annotations that is known by two properties. */
public class Room {
    /** What a room is known by. */
    public record Key(String door, int floor) {}

    private int floor;
    private String door = "";
    private String colour = "";

    protected Room() {}

    public Room(int floor, String door, String colour) {
        this.floor = floor;
        this.door = door;
        this.colour = colour;
    }

    public int getFloor() {
        return floor;
    }

    public String getDoor() {
        return door;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public String getColour() {
        return colour;
    }
}
