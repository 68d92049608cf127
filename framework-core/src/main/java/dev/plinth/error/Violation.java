package dev.plinth.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refused write was about, as far as the database tells. Names only, never values.
 *
 * @param entity the entity's name in the model, or null where it is not known
 * @param constraint the constraint's name in the database, or null where it has none or is not known
 * @param columns the columns' names in the database, empty where they are not known
 * @param properties the same columns as paths in the model; a column that is not mapped is missing here
 */
public record Violation(
        @Nullable String entity, @Nullable String constraint, List<String> columns, List<String> properties) {
    /** Nothing is known. */
    public static final Violation UNKNOWN = new Violation(null, null, List.of(), List.of());

    /** Copies the lists. */
    public Violation {
        columns = List.copyOf(columns);
        properties = List.copyOf(properties);
    }
}
