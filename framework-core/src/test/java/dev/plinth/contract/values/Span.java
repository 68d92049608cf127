package dev.plinth.contract.values;

import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The values of a type from the first to the last, counted. A database holds all of them, or those of a stretch.
 *
 * @param first the number of the first one
 * @param within the number of one that every database holds
 * @param last the number of the last one
 * @param at the value of a number
 * @param words a value in words
 */
public record Span<T>(long first, long within, long last, LongFunction<T> at, Function<T, String> words) {
    /**
     * Finds the stretch that is held by asking for about a hundred values.
     *
     * @param holds whether a value is held
     * @return the ends in words; empty where everything is held
     */
    public String limits(Predicate<T> holds) {
        long least = holds.test(at.apply(first)) ? first : edge(holds, within, first);
        long greatest = holds.test(at.apply(last)) ? last : edge(holds, within, last);
        if (least == first) {
            return greatest == last ? "" : "up to " + words.apply(at.apply(greatest));
        }
        return "from " + words.apply(at.apply(least)) + " to " + words.apply(at.apply(greatest));
    }

    /** The value that is the furthest from one that is held, on the way to one that is not. */
    private long edge(Predicate<T> holds, long held, long refused) {
        long near = held;
        long far = refused;
        while (Math.abs(far - near) > 1) {
            // the halves first: the sum may be too large
            long middle = near / 2 + far / 2 + (near % 2 + far % 2) / 2;
            if (holds.test(at.apply(middle))) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return near;
    }
}
