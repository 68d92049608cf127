package dev.plinth.internal.mapper;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;
import org.jspecify.annotations.Nullable;

/** What an entity has for its associations stays in its copy. */
class Kept implements Linker {
    private final EntityMapper mapper;
    private final Object entity;

    Kept(EntityMapper mapper, Object entity) {
        this.mapper = mapper;
        this.entity = entity;
    }

    @Override
    public @Nullable Object toOne(AssociationModel association, EntityKey key) {
        return mapper.association(entity, association);
    }

    @Override
    public @Nullable Object inverse(AssociationModel association, EntityKey owner) {
        return mapper.association(entity, association);
    }

    @Override
    public @Nullable Object toMany(AssociationModel association, EntityKey owner) {
        return mapper.association(entity, association);
    }
}
