package dev.plinth.contract.domain.graph;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Belongs to an album, always. */
@Entity
public class Song {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private long version;

    private String title = "";

    @ManyToOne(optional = false)
    private @Nullable Album album;

    protected Song() {}

    public Song(String title) {
        this.title = title;
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

    public @Nullable Album getAlbum() {
        return album;
    }

    public void setAlbum(@Nullable Album album) {
        this.album = album;
    }
}
