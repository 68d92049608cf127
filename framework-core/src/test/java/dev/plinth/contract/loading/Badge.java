package dev.plinth.contract.loading;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Can be soft-deleted while others refer to it. */
@Entity
@SoftDelete
public class Badge {
    @Id
    private @Nullable String name;

    private int points;

    @ManyToMany(mappedBy = "badges")
    @OrderBy("number")
    private List<Deal> deals = new ArrayList<>();

    protected Badge() {}

    public Badge(String name, int points) {
        this.name = name;
        this.points = points;
    }

    public @Nullable String getName() {
        return name;
    }

    public int getPoints() {
        return points;
    }

    public List<Deal> getDeals() {
        return deals;
    }
}
