package dev.plinth.mapping;

import java.util.List;
import java.util.Map;

/**
 * The mapping of a class that has no annotation.
 *
 * @param <T> the entity
 */
public final class EntityMapping<T> {
    private final Class<T> type;

    private EntityMapping(Class<T> type) {
        this.type = type;
    }

    /**
     * Begins the mapping of a class.
     *
     * @param type the class or record
     * @param <T> the entity
     * @return a mapping that says nothing yet
     */
    public static <T> EntityMapping<T> of(Class<T> type) {
        return new EntityMapping<>(type);
    }

    /**
     * What this mapping says so far.
     *
     * @return a snapshot
     */
    public Declaration.Type declaration() {
        return new Declaration.Type(type, true, null, Declaration.Table.DEFAULT, Map.of(), null, false, List.of());
    }
}
