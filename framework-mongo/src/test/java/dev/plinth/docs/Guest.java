package dev.plinth.docs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

// what follows is shown without null annotations
@SuppressWarnings({"NullAway.Init", "initialization.fields.uninitialized"})
// docs:mongo-existing
@Entity
@Table(name = "Guests")
public class Guest {
    @Id
    @GeneratedValue
    private ObjectId id;

    @Column(name = "fullName")
    private String name;

    private Long visits;
    // end

    Guest() {}

    @Nullable
    Long visits() {
        return visits;
    }

    void visit() {
        visits = visits == null ? 1L : visits + 1;
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
