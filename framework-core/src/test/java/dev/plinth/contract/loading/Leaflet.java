package dev.plinth.contract.loading;

import dev.plinth.association.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that refers to its like, to a final class and to what refers to it. */
@Entity
public record Leaflet(
        @Id int id,
        String title,
        @ManyToOne @Nullable Ref<Leaflet> previous,
        @ManyToOne @Nullable Ref<Press> press,

        @OneToMany(mappedBy = "leaflet") @OrderBy("id") @Nullable
        List<Stack> stacks) {
    public static Leaflet of(int id, @Nullable Ref<Leaflet> previous, @Nullable Ref<Press> press) {
        return new Leaflet(id, "leaflet " + id, previous, press, List.of());
    }

    public Leaflet titled(String changed) {
        return new Leaflet(id, changed, previous, press, stacks);
    }
}
