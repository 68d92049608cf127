package dev.plinth.internal.flush;

import dev.plinth.internal.tracking.Tracked;
import java.util.List;

/** Asks the application's own constraints about what a flush will write. Thread-safe. */
@FunctionalInterface
public interface Validation {
    /** Everything is valid. */
    Validation NONE = objects -> {};

    /**
     * Checks objects before anything is sent.
     *
     * @param objects every object that is new or changed
     * @throws dev.plinth.error.InvalidEntityException where constraints are broken, listing all of them
     */
    void check(List<Tracked> objects);
}
