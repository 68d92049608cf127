package dev.plinth.mongo.internal.write;

import dev.plinth.backend.Change;
import java.util.Objects;

/** The rows of a change, where its kind says that they are there. */
final class Rows {
    private Rows() {}

    static Object[] before(Change change) {
        return Objects.requireNonNull(change.before(), "before");
    }

    static Object[] after(Change change) {
        return Objects.requireNonNull(change.after(), "after");
    }
}
