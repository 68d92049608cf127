package dev.plinth.internal.policy;

import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.EntityModel;

/** Entities that are only read. */
public final class ReadOnlyEntities {
    private ReadOnlyEntities() {}

    /**
     * Refuses a write.
     *
     * @param entity what was to be written
     * @throws EntityStateException where it is only read
     */
    public static void requireWritten(EntityModel entity) {
        if (entity.readOnly()) {
            throw refused(entity, "a '" + entity.name() + "' was given to be written");
        }
    }

    /**
     * The error of a write.
     *
     * @param entity what was to be written
     * @param what what was done to it
     * @return the error
     */
    public static EntityStateException refused(EntityModel entity, String what) {
        return new EntityStateException(
                ErrorCode.ENTITY_READ_ONLY,
                what + ", but '" + entity.name()
                        + "' is @ReadOnly. Write the entity that it is read from, or drop @ReadOnly",
                null);
    }
}
