package dev.plinth.docs;

import dev.plinth.activerecord.ActiveRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;

// docs:active-record
@Entity
public class Reminder implements ActiveRecord<Reminder> {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String text;

    protected Reminder() {}

    public Reminder(String text) {
        this.text = text;
    }
    // end

    String getText() {
        return text;
    }

    void setText(String text) {
        this.text = text;
    }

    UUID getId() {
        return id;
    }
    // docs:active-record
}
// end
