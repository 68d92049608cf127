package dev.plinth.contract.loading;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What playlists link to. */
@Entity
@SoftDelete
public class Song {
    @Id
    private int id;

    private String title = "";

    protected Song() {}

    public Song(int id, String title) {
        this.id = id;
        this.title = title;
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
}
