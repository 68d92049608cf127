package dev.plinth.jdbc.internal.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key of a live table.
 *
 * @param name its name, or null where it has none
 * @param columns its columns
 * @param table the name of the table that they refer to
 * @param targets the columns there, in the same order
 */
public record LiveForeignKey(@Nullable String name, List<String> columns, String table, List<String> targets) {
    /** Copies the lists. */
    public LiveForeignKey {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
    }

    /** This key with the columns of another. */
    LiveForeignKey and(LiveForeignKey more) {
        return new LiveForeignKey(name, joined(columns, more.columns), table, joined(targets, more.targets));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
