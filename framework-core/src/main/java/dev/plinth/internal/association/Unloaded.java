package dev.plinth.internal.association;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;

/**
 * What is known of an entity that is referred to and not loaded.
 *
 * @param association by which it was first referred to
 * @param key its key
 * @param id its id, as the application knows it
 * @param type its class, as far as it is known
 * @param siblings what is loaded with it
 * @param source loads it
 */
public record Unloaded(
        AssociationModel association, EntityKey key, Object id, Class<?> type, Siblings siblings, LoadSource source) {
    /**
     * The same, to be loaded by another unit of work.
     *
     * @param siblings what is loaded with it
     * @param source loads it
     * @return the same with another source
     */
    public Unloaded with(Siblings siblings, LoadSource source) {
        return new Unloaded(association, key, id, type, siblings, source);
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " " + id + " (not loaded)";
    }
}
