package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An entity without a version, with large values. Its equals and hashCode must never be called. */
@Entity
public class Note {
    @Id
    private @Nullable Long id;

    private @Nullable String title;

    @Column(length = 2_000_000)
    private @Nullable String text;

    @Column(length = 2_000_000)
    private byte @Nullable [] scan;

    protected Note() {}

    public Note(@Nullable Long id, @Nullable String title) {
        this.id = id;
        this.title = title;
    }

    public @Nullable Long getId() {
        return id;
    }

    public void setId(@Nullable Long id) {
        this.id = id;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public byte @Nullable [] getScan() {
        return scan;
    }

    public void setScan(byte @Nullable [] scan) {
        this.scan = scan;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        throw new UnsupportedOperationException("a framework called equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("a framework called hashCode");
    }
}
