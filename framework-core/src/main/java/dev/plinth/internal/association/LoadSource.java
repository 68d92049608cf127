package dev.plinth.internal.association;

/** Loads what an entity holds unloaded. Refuses with an {@code UnloadedAssociationException} where it cannot. */
public interface LoadSource {
    /**
     * Loads the entity of a reference, with those of its siblings.
     *
     * @param reference what is known of it
     * @return the entity; where a reference is one itself, that, filled
     */
    Object load(Unloaded reference);

    /**
     * Fills a collection, with those of its siblings.
     *
     * @param collection a collection that is not loaded
     */
    void load(LazyCollection collection);
}
