package dev.plinth.contract.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** One of many in a list. */
@Entity
public class Notice {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private long version;

    private String text = "";

    @ManyToOne
    private @Nullable Board board;

    protected Notice() {}

    public Notice(String text, @Nullable Board board) {
        this.text = text;
        this.board = board;
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public @Nullable Board getBoard() {
        return board;
    }

    public void setBoard(@Nullable Board board) {
        this.board = board;
    }
}
