package dev.plinth.internal.association;

import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;

/** What references have in common. Called by generated classes. */
public final class References {
    private References() {}

    /**
     * Fills a reference that is not loaded yet.
     *
     * @param object an entity, perhaps a reference
     */
    public static void fill(Object object) {
        if (object instanceof Reference reference) {
            Unloaded unloaded = reference.plinthUnloaded();
            if (unloaded != null) {
                unloaded.source().load(unloaded);
                if (reference.plinthUnloaded() != null) {
                    throw new EntityStateException(
                            ErrorCode.ENTITY_CONFLICT,
                            "another object stands for '" + unloaded.key()
                                    + "' in this unit of work, so that this reference to it cannot be loaded. Work with that"
                                    + " object, or read what refers to it again",
                            null);
                }
            }
        }
    }

    /**
     * The text of a reference. Nothing is loaded for it: a debugger or a log line that shows an object changes nothing.
     *
     * @param reference a reference
     * @return the entity's own text where it is loaded
     */
    public static String text(Reference reference) {
        Unloaded unloaded = reference.plinthUnloaded();
        return unloaded == null ? reference.plinthText() : unloaded.toString();
    }

    /**
     * The class of an entity that may be a reference.
     *
     * @param entity an entity
     * @return the class that the application wrote
     */
    public static Class<?> typeOf(Object entity) {
        return entity instanceof Reference ? entity.getClass().getSuperclass() : entity.getClass();
    }

    /**
     * Whether an object is a reference that is not loaded.
     *
     * @param object any object
     * @return true where a call of one of its methods would load it
     */
    public static boolean isUnloaded(Object object) {
        return object instanceof Reference reference && reference.plinthUnloaded() != null;
    }
}
