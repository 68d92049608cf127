package dev.plinth.jdbc.internal.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine tells about a constraint.
 *
 * @param constraint its name, or null
 * @param columns its columns, or none
 */
public record Violation(@Nullable String constraint, List<String> columns) {
    /** The engine tells nothing. */
    public static final Violation UNKNOWN = new Violation(null, List.of());

    /** Copies the list. */
    public Violation {
        columns = List.copyOf(columns);
    }
}
