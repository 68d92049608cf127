package dev.plinth.contract.domain;

import dev.plinth.activerecord.ActiveRecord;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A class that stores itself. */
@Entity
@SoftDelete
public class Memo implements ActiveRecord<Memo> {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Version
    private long version;

    private String text = "";

    protected Memo() {}

    public Memo(String text) {
        this.text = text;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getText() {
        return text;
    }

    public Memo write(String newText) {
        this.text = newText;
        return this;
    }
}
