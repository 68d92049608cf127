package dev.plinth.internal.mapper;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;
import org.jspecify.annotations.Nullable;

/** Says what an entity that is made of a row gets for its associations. */
public interface Linker {
    /** Associations stay empty: for entities that are made to be looked at, not worked with. */
    Linker NONE = new Linker() {
        @Override
        public @Nullable Object toOne(AssociationModel association, EntityKey key) {
            return null;
        }

        @Override
        public @Nullable Object inverse(AssociationModel association, EntityKey owner) {
            return null;
        }

        @Override
        public @Nullable Object toMany(AssociationModel association, EntityKey owner) {
            return null;
        }
    };

    /**
     * The entity that a row refers to.
     *
     * @param association the association
     * @param key the key of the entity
     * @return the entity, a reference or a {@code Ref}
     */
    @Nullable
    Object toOne(AssociationModel association, EntityKey key);

    /**
     * The one entity that refers to the row.
     *
     * @param association the association, whose other side has the columns
     * @param owner the key of the row
     * @return the entity, or null where there is none or it is set later
     */
    @Nullable
    Object inverse(AssociationModel association, EntityKey owner);

    /**
     * The entities that belong to a row.
     *
     * @param association the association
     * @param owner the key of the row
     * @return a list, set or map
     */
    @Nullable
    Object toMany(AssociationModel association, EntityKey owner);
}
