package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entity some of whose columns are not written by inserts or updates. */
@Entity
public class Bill {
    @Id
    private long id;

    @Version
    private long version;

    @Column(updatable = false)
    private @Nullable String author;

    private @Nullable String text;

    @Column(insertable = false)
    private @Nullable String state;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant printedAt;

    protected Bill() {}

    public Bill(long id, @Nullable String author) {
        this.id = id;
        this.author = author;
    }

    public @Nullable String getAuthor() {
        return author;
    }

    public void setAuthor(@Nullable String author) {
        this.author = author;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable Instant getPrintedAt() {
        return printedAt;
    }

    public void setPrintedAt(@Nullable Instant printedAt) {
        this.printedAt = printedAt;
    }
}
