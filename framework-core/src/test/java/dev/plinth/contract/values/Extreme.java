package dev.plinth.contract.values;

/**
 * A value that stores and drivers get wrong.
 *
 * @param words what it is
 * @param value the value
 * @param fate what must become of it
 */
public record Extreme<T>(String words, T value, Fate fate) {
    /** What becomes of a value. */
    public enum Fate {
        /** Every database holds it. */
        HELD,
        /** The model refuses it on every database. */
        REFUSED,
        /** A database may refuse it, and the page of the types says so. */
        EITHER
    }

    static <T> Extreme<T> held(String words, T value) {
        return new Extreme<>(words, value, Fate.HELD);
    }

    static <T> Extreme<T> refused(String words, T value) {
        return new Extreme<>(words, value, Fate.REFUSED);
    }

    static <T> Extreme<T> either(String words, T value) {
        return new Extreme<>(words, value, Fate.EITHER);
    }
}
