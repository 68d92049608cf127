package dev.plinth.contract.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Nothing of it says whether it has been stored. */
@Entity
public class Keyword {
    @Id
    private String name = "";

    private String color = "";

    protected Keyword() {}

    public Keyword(String name, String color) {
        this.name = name;
        this.color = color;
    }

    public String getName() {
        return name;
    }

    public String getColor() {
        return color;
    }

    public void setColor(String color) {
        this.color = color;
    }
}
