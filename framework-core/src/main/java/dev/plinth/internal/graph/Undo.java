package dev.plinth.internal.graph;

import java.util.ArrayDeque;
import java.util.Deque;

/** Takes back what was done to objects for a flush that was only planned, or has failed. */
final class Undo {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    void add(Runnable step) {
        steps.push(step);
    }

    void run() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
