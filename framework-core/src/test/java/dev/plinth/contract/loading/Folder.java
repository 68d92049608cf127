package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree, whose children are known by name. */
@Entity
public class Folder {
    @Id
    private int id;

    private String name = "";

    @ManyToOne
    private @Nullable Folder parent;

    @OneToMany(mappedBy = "parent")
    @MapKey(name = "name")
    private Map<String, Folder> folders = new LinkedHashMap<>();

    protected Folder() {}

    public Folder(int id, String name, @Nullable Folder parent) {
        this.id = id;
        this.name = name;
        this.parent = parent;
    }

    public int getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public @Nullable Folder getParent() {
        return parent;
    }

    public Map<String, Folder> getFolders() {
        return folders;
    }
}
