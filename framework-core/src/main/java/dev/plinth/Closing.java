package dev.plinth;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a Plinth opened and closes at its end, the last first. */
final class Closing {
    private final Deque<Runnable> ends = new ArrayDeque<>();

    void add(Runnable end) {
        ends.push(end);
    }

    /** Closes everything, also after one has failed; then throws what the first of them threw. */
    void close() {
        RuntimeException failure = null;
        while (!ends.isEmpty()) {
            try {
                ends.pop().run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
