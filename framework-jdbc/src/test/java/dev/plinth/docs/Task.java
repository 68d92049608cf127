package dev.plinth.docs;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

// docs:lookup-use
@Entity
public class Task {
    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    protected Task() {}

    public Task(long id, Priority priority) {
        this.id = id;
        this.priority = priority;
    }
}
// end
