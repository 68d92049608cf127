package dev.plinth.jdbc.internal.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index of a live table.
 *
 * @param name its name
 * @param unique whether it refuses a second row of the same values
 * @param columns its columns (or expressions), in order
 * @param descending those of its columns that are in descending order
 * @param filter the condition of the rows that are in it, as the engine writes it; null where all are
 * @param constraint the name of the constraint that it belongs to, or null
 * @param coarse what it compares of the values, where that is not all of them; else null
 */
public record LiveIndex(
        String name,
        boolean unique,
        List<String> columns,
        Set<String> descending,
        @Nullable String filter,
        @Nullable String constraint,
        @Nullable String coarse) {
    /** Copies the columns. */
    public LiveIndex {
        columns = List.copyOf(columns);
        descending = Set.copyOf(descending);
    }

    /** An index that compares values whole. */
    public LiveIndex(
            String name,
            boolean unique,
            List<String> columns,
            Set<String> descending,
            @Nullable String filter,
            @Nullable String constraint) {
        this(name, unique, columns, descending, filter, constraint, null);
    }

    /** The index as one that does not compare values whole. */
    public LiveIndex comparing(@Nullable String part) {
        return new LiveIndex(name, unique, columns, descending, filter, constraint, part);
    }

    /** The index where it is there by name only. */
    public LiveIndex unusable() {
        return new LiveIndex(name, false, List.of(), Set.of(), filter, constraint, coarse);
    }

    /** The index as part of a constraint. */
    public LiveIndex of(@Nullable String newConstraint) {
        return new LiveIndex(name, unique, columns, descending, filter, newConstraint, coarse);
    }
}
