package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second of three levels, with links to badges. */
@Entity
public class Deal {
    @Id
    private long id;

    @Version
    private long version;

    private int number;

    @ManyToOne
    private @Nullable Client client;

    @OneToMany(mappedBy = "deal")
    private List<Entry> entries = new ArrayList<>();

    @ManyToMany
    private Set<Badge> badges = new LinkedHashSet<>();

    protected Deal() {}

    public Deal(long id, @Nullable Client client, int number) {
        this.id = id;
        this.client = client;
        this.number = number;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    public @Nullable Client getClient() {
        return client;
    }

    public void setClient(@Nullable Client client) {
        this.client = client;
    }

    public List<Entry> getEntries() {
        return entries;
    }

    public Set<Badge> getBadges() {
        return badges;
    }

    public void setBadges(Set<Badge> badges) {
        this.badges = badges;
    }
}
