package dev.plinth.seeded.api;

import dev.plinth.Plinth;
import jakarta.persistence.Entity;
import java.util.List;

/** Uses everything that it must not. */
public final class Trespasser {
    static final List<Class<?>> USES =
            List.of(Plinth.class, java.sql.Connection.class, net.bytebuddy.ByteBuddy.class, Entity.class);

    private Trespasser() {}

    static String read(Entity entity) {
        return entity.name();
    }

    /** Wears an annotation, which is not to read it. */
    @Entity(name = "worn")
    static final class Wearer {}
}
