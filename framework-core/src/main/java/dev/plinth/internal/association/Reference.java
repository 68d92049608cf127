package dev.plinth.internal.association;

import org.jspecify.annotations.Nullable;

/**
 * An object of a generated subclass of an entity: the entity itself, which fills its fields with the first call of one of
 * its methods. Implemented by generated classes, which must see it: that is why it is public.
 */
public interface Reference {
    /**
     * What is known of the entity while it is not loaded.
     *
     * @return what is known, or null once it is loaded
     */
    @Nullable
    Unloaded plinthUnloaded();

    /**
     * Sets what is known.
     *
     * @param unloaded what is known, or null once it is loaded
     */
    void plinthUnloaded(@Nullable Unloaded unloaded);

    /**
     * What the entity's own class says of it.
     *
     * @return its text
     */
    String plinthText();
}
