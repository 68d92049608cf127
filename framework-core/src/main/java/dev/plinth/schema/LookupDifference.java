package dev.plinth.schema;

import java.util.List;

/**
 * One difference between the rows of a lookup table and those that the code knows.
 *
 * @param kind what differed
 * @param entity the name of the entity, or of the enum
 * @param id the row's id
 * @param properties the paths of the properties that differ; empty where the row is missing on one side
 */
public record LookupDifference(Kind kind, String entity, Object id, List<String> properties) {
    /** Copies the list. */
    public LookupDifference {
        properties = List.copyOf(properties);
    }

    /** What differed. */
    public enum Kind {
        /** The row was missing in the table, and was added. */
        ADDED,
        /** The row has other values than the code says. It was left alone. */
        CHANGED,
        /** The table has the row, the code does not. It was left alone. */
        UNKNOWN
    }

    @Override
    public String toString() {
        String row = "'" + entity + "' " + id;
        return switch (kind) {
            case ADDED -> row + " was missing in the table and was added";
            case CHANGED ->
                row + " has other values in the table than the code says, in " + String.join(", ", properties)
                        + ". Correct the row, or the code";
            case UNKNOWN -> row + " is in the table and unknown to the code. Remove the row, or add it to the code";
        };
    }
}
