package dev.plinth.examples.shop.domain;

import dev.plinth.Statistics;
import jakarta.persistence.Embeddable;
import java.time.Duration;

/** What was done on a day, and at what cost. */
@Embeddable
public record Activity(
        int transactions,
        int placed,
        int revised,
        int moved,
        int removed,
        int restored,
        int conflicts,
        long statements,
        Duration took) {
    public static Activity ofImport(int orders, Statistics cost, Duration took) {
        return new Activity((int) cost.commits(), orders, 0, 0, 0, 0, 0, cost.statements(), took);
    }

    public double transactionsPerSecond() {
        return transactions / Math.max(took.toNanos() / 1e9, 1e-9);
    }
}
