package dev.plinth.contract.domain.graph;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** The other half of a one-to-one. */
@Entity
public class Cover {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String art = "";

    @OneToOne
    private @Nullable Album album;

    protected Cover() {}

    public Cover(String art) {
        this.art = art;
    }

    public @Nullable Long getId() {
        return id;
    }

    public String getArt() {
        return art;
    }

    public void setArt(String art) {
        this.art = art;
    }

    public @Nullable Album getAlbum() {
        return album;
    }

    public void setAlbum(@Nullable Album album) {
        this.album = album;
    }
}
