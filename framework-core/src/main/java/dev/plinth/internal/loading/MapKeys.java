package dev.plinth.internal.loading;

import dev.plinth.internal.access.Accessors;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.PropertyModel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keys of associations that are maps. */
final class MapKeys {
    private MapKeys() {}

    static @Nullable Object of(AssociationModel association, Tracked member) {
        String path = association.mapKey();
        if (path == null) {
            return member.mapper().idOf(Objects.requireNonNull(member.key()));
        }
        Object value = member.entity();
        StringBuilder way = new StringBuilder();
        for (String name : path.split("\\.")) {
            way.append(way.isEmpty() ? "" : ".").append(name);
            PropertyModel property = member.model().property(way.toString()).orElseThrow();
            value = value == null ? null : Accessors.read(property.field(), value);
        }
        return value;
    }
}
