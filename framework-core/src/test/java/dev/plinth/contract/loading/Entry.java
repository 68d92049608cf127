package dev.plinth.contract.loading;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** The third of three levels; refers to a badge, too. */
@Entity
public class Entry {
    @Id
    private long id;

    @ManyToOne
    private @Nullable Deal deal;

    @ManyToOne
    private @Nullable Badge badge;

    protected Entry() {}

    public Entry(long id, Deal deal, @Nullable Badge badge) {
        this.id = id;
        this.deal = deal;
        this.badge = badge;
    }

    public long getId() {
        return id;
    }

    public @Nullable Deal getDeal() {
        return deal;
    }

    public @Nullable Badge getBadge() {
        return badge;
    }
}
