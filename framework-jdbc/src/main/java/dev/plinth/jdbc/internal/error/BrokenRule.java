package dev.plinth.jdbc.internal.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine tells about a constraint or a column.
 *
 * @param constraint the constraint's name, or null
 * @param columns the columns' names, or none
 * @param referrer of a foreign key: the name of the table that has it, or null
 */
public record BrokenRule(
        @Nullable String constraint,
        List<String> columns,
        @Nullable String referrer) {
    /** The engine tells nothing. */
    public static final BrokenRule UNKNOWN = new BrokenRule(null, List.of());

    /** The name that an engine gives to every primary key, whose columns it does not tell. */
    public static final String PRIMARY_KEY = "PRIMARY";

    /** What an engine tells of anything but a foreign key. */
    public BrokenRule(@Nullable String constraint, List<String> columns) {
        this(constraint, columns, null);
    }

    /** Copies the list. */
    public BrokenRule {
        columns = List.copyOf(columns);
    }
}
