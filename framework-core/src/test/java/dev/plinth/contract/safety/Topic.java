package dev.plinth.contract.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Equal to others of its title, whatever else they are. */
@Entity
public class Topic {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private long version;

    private String title = "";

    @ManyToOne
    private @Nullable Board board;

    protected Topic() {}

    public Topic(String title, @Nullable Board board) {
        this.title = title;
        this.board = board;
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public @Nullable Board getBoard() {
        return board;
    }

    public void setBoard(@Nullable Board board) {
        this.board = board;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Topic topic && topic.getTitle().equals(title);
    }

    @Override
    public int hashCode() {
        return Topic.class.hashCode();
    }
}
