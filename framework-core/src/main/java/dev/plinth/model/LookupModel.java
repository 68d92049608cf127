package dev.plinth.model;

import java.util.Collection;
import java.util.function.Supplier;

/**
 * A table whose rows are given by code.
 *
 * @param entity what its rows are; of an enum an entity that only the database knows, with the constant's name and ordinal
 * @param rows gives the rows: entities, or the constants of an enum
 */
public record LookupModel(EntityModel entity, Supplier<? extends Collection<?>> rows) {
    /**
     * Whether the rows are the constants of an enum.
     *
     * @return false where they are entities
     */
    public boolean isEnum() {
        return entity.type().isEnum();
    }
}
