package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** Links in an order of their own. */
@Entity
public class Playlist {
    @Id
    private int id;

    private String title = "";

    @ManyToMany
    @OrderColumn
    private List<Song> songs = new ArrayList<>();

    protected Playlist() {}

    public Playlist(int id, Song... songs) {
        this.id = id;
        this.songs.addAll(List.of(songs));
    }

    public int getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public List<Song> getSongs() {
        return songs;
    }
}
