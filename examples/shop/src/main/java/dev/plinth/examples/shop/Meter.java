package dev.plinth.examples.shop;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import java.time.Duration;

/** Measures what a piece of work costs: time and statements. */
final class Meter {
    private final Plinth plinth;
    private final Statistics before;
    private final long start = System.nanoTime();
    private Statistics cost;
    private Duration took = Duration.ZERO;

    Meter(Plinth plinth) {
        this.plinth = plinth;
        this.before = plinth.statistics();
        this.cost = before;
    }

    void stop() {
        took = Duration.ofMillis((System.nanoTime() - start) / 1_000_000);
        cost = plinth.statistics().since(before);
    }

    Statistics cost() {
        return cost;
    }

    Duration took() {
        return took;
    }
}
