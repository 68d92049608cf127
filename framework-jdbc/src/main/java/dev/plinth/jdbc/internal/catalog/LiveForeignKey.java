package dev.plinth.jdbc.internal.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * A foreign key of a live table.
 *
 * @param columns its columns
 * @param table the name of the table that they refer to
 * @param targets the columns there, in the same order
 */
public record LiveForeignKey(List<String> columns, String table, List<String> targets) {
    /** Copies the lists. */
    public LiveForeignKey {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
    }

    /** This key with the columns of another. */
    LiveForeignKey and(LiveForeignKey more) {
        return new LiveForeignKey(joined(columns, more.columns), table, joined(targets, more.targets));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
