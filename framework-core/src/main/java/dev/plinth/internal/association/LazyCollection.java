package dev.plinth.internal.association;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The collection of an association, loaded when it is touched. */
public sealed interface LazyCollection permits LazyList, LazySet, LazyMap {
    /**
     * What is known of the collection.
     *
     * @return never null
     */
    State state();

    /**
     * Puts the associated entities into the collection, which then is loaded.
     *
     * @param entities the entities, in their order
     * @param keys for a map: the key of each; else not used
     */
    void fill(Collection<?> entities, Collection<?> keys);

    /**
     * The entities in the collection.
     *
     * @return the entities; of a loaded collection
     */
    Collection<?> entities();

    /**
     * The association.
     *
     * @return its model
     */
    default AssociationModel association() {
        return state().association;
    }

    /**
     * The entity that the collection belongs to.
     *
     * @return its key
     */
    default EntityKey owner() {
        return state().owner;
    }

    /**
     * Whether a touch needs no query.
     *
     * @return true where the entities are at hand
     */
    default boolean isLoaded() {
        return state().loaded;
    }

    /**
     * Whether the collection is the whole association: a fetch plan may have limited it.
     *
     * @return false where it is a part
     */
    default boolean isWhole() {
        return state().part == null;
    }

    /** What is known of a collection. */
    final class State {
        private final AssociationModel association;
        private final EntityKey owner;
        private Siblings siblings;
        private LoadSource source;
        private final @Nullable String frozen;
        private boolean loaded;
        private @Nullable String part;

        /**
         * Begins with a collection that is not loaded.
         *
         * @param association the association
         * @param owner the entity that it belongs to
         * @param siblings what is loaded with it
         * @param source loads it
         * @param frozen why it cannot be changed, or null where it can
         */
        public State(
                AssociationModel association,
                EntityKey owner,
                Siblings siblings,
                LoadSource source,
                @Nullable String frozen) {
            this.association = association;
            this.owner = owner;
            this.siblings = siblings;
            this.source = source;
            this.frozen = frozen;
        }

        /**
         * What is loaded with the collection.
         *
         * @return the siblings
         */
        public Siblings siblings() {
            return siblings;
        }

        /**
         * Who loads the collection.
         *
         * @return the source
         */
        public LoadSource source() {
            return source;
        }

        /**
         * Lets another unit of work load the collection.
         *
         * @param siblings what is loaded with it
         * @param source loads it
         */
        public void adopt(Siblings siblings, LoadSource source) {
            this.siblings = siblings;
            this.source = source;
        }

        /**
         * Makes the collection a part of the association, or the whole again.
         *
         * @param reason why the part cannot be changed; null for the whole
         */
        public void limit(@Nullable String reason) {
            part = reason;
        }

        void touch(LazyCollection collection) {
            if (!loaded) {
                source.load(collection);
            }
        }

        void change(LazyCollection collection) {
            if (frozen != null || part != null) {
                throw new UnsupportedOperationException(frozen == null ? part : frozen);
            }
            touch(collection);
        }

        void loaded() {
            loaded = true;
        }

        String text() {
            return association.path() + " of " + owner + " (not loaded)";
        }
    }
}
