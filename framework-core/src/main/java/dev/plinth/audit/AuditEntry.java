package dev.plinth.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of one entity.
 *
 * @param entity the entity's name
 * @param entityId its id, as text; where it has several columns, their values as a JSON array
 * @param action what happened
 * @param at when the change was flushed
 * @param actor who did it, or null where the Plinth was not told
 * @param version the entity's version after the change, or null where it has none
 * @param changes the changed properties by path, in the order of the model
 */
public record AuditEntry(
        String entity,
        String entityId,
        AuditAction action,
        Instant at,
        @Nullable String actor,
        @Nullable Object version,
        Map<String, ValueChange> changes) {
    /** Copies the map. */
    public AuditEntry {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /**
     * The value of a property before and after a change.
     *
     * @param before the value before, as the property has it; null for null and for a new entity
     * @param after the value after; null for null and for a deleted entity
     */
    public record ValueChange(
            @Nullable Object before, @Nullable Object after) {}
}
