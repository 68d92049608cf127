package dev.plinth.backend;

import java.util.List;

/**
 * The outcome of a batch.
 *
 * @param stale the indexes of the changes that found no row with the values of their guards, in ascending order
 * @param generatedIds the ids that the database has set, by index of the change; empty where it sets none
 */
public record WriteResult(List<Integer> stale, List<Object> generatedIds) {
    /** Everything was written, and no ids were set by the database. */
    public static final WriteResult DONE = new WriteResult(List.of(), List.of());

    /** Copies the lists. */
    public WriteResult {
        stale = List.copyOf(stale);
        generatedIds = List.copyOf(generatedIds);
    }
}
