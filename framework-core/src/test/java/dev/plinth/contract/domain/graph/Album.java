package dev.plinth.contract.domain.graph;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An aggregate: songs, reviews and the cover belong to it; the label and tags do not. */
@Entity
public class Album {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(unique = true)
    private String title = "";

    @ManyToOne(cascade = CascadeType.PERSIST)
    private @Nullable Label label;

    @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("title")
    private List<Song> songs = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "album_id")
    @OrderColumn(name = "place")
    private List<Review> reviews = new ArrayList<>();

    @OneToOne(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
    private @Nullable Cover cover;

    @ManyToMany(cascade = CascadeType.PERSIST)
    private Set<Tag> tags = new LinkedHashSet<>();

    protected Album() {}

    public Album(String title) {
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

    public @Nullable Label getLabel() {
        return label;
    }

    public void setLabel(@Nullable Label label) {
        this.label = label;
    }

    public List<Song> getSongs() {
        return songs;
    }

    public void setSongs(List<Song> songs) {
        this.songs = songs;
    }

    public List<Review> getReviews() {
        return reviews;
    }

    public void setReviews(List<Review> reviews) {
        this.reviews = reviews;
    }

    public @Nullable Cover getCover() {
        return cover;
    }

    public void setCover(@Nullable Cover cover) {
        this.cover = cover;
    }

    public Set<Tag> getTags() {
        return tags;
    }

    public void setTags(Set<Tag> tags) {
        this.tags = tags;
    }

    /** Puts a song into the album, on both sides. */
    public Song sing(String name) {
        Song song = new Song(name);
        song.setAlbum(this);
        songs.add(song);
        return song;
    }
}
