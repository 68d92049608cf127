package dev.plinth.jdbc.internal.sql;

import java.util.List;

/**
 * A rendered statement.
 *
 * @param text with a question mark for each value
 * @param slots for each question mark, in order, the number of the value that belongs there
 */
public record Sql(String text, List<Integer> slots) {
    /** Copies the list. */
    public Sql {
        slots = List.copyOf(slots);
    }
}
