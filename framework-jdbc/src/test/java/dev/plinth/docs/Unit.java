package dev.plinth.docs;

import dev.plinth.mapping.Lookup;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;

// docs:lookup-entity
@Entity
@Lookup
public record Unit(@Id String code, String name, @Version long version) {
    static List<Unit> values() {
        return List.of(new Unit("KG", "kilogram", 0), new Unit("M", "metre", 0));
    }
}
// end
