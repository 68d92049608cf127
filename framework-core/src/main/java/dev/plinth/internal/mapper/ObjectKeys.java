package dev.plinth.internal.mapper;

import dev.plinth.association.Ref;
import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.References;
import dev.plinth.model.EntityKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of entities as the application has them. */
public final class ObjectKeys {
    private ObjectKeys() {}

    /**
     * The key of an entity. Nothing is loaded.
     *
     * @param value an entity, a reference that is not loaded, or a {@code Ref}
     * @param mappers the mapper of a class of entities
     * @return the key, or null where the entity has no id yet
     */
    public static @Nullable EntityKey of(Object value, Function<Class<?>, EntityMapper> mappers) {
        EntityKey known = Lazies.key(value);
        if (known != null) {
            return known;
        }
        Object entity = Lazies.entity(value);
        if (entity == null) {
            Ref<?> ref = (Ref<?>) value;
            return mappers.apply(ref.type()).toKey(ref.id());
        }
        EntityMapper mapper = mappers.apply(References.typeOf(entity));
        List<@Nullable Object> id = Arrays.asList(mapper.idValues(entity));
        return id.contains(null) ? null : EntityKey.of(mapper.model(), id);
    }
}
