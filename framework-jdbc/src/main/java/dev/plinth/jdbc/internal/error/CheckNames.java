package dev.plinth.jdbc.internal.error;

/** How checks are called in a schema that Plinth creates. */
@FunctionalInterface
public interface CheckNames {
    /** What the names of all checks of a column begin with. */
    String start(String table, String column);
}
