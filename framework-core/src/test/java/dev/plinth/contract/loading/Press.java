package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** No object can stand for one that is not loaded: the class is final. */
@Entity
public final class Press {
    @Id
    private int id;

    private String name = "";

    Press() {}

    public Press(int id, String name) {
        this.id = id;
        this.name = name;
    }

    public int getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
