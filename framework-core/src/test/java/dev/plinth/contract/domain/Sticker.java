package dev.plinth.contract.domain;

import dev.plinth.activerecord.ActiveRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A record that stores itself. */
@Entity
public record Sticker(@Id long id, String text, @Version long version) implements ActiveRecord<Sticker> {
    public Sticker saying(String newText) {
        return new Sticker(id, newText, version);
    }
}
