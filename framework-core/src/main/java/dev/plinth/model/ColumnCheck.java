package dev.plinth.model;

import java.util.List;

/**
 * A rule that every value of a column but null keeps, beyond its type and length. A schema that Plinth creates has it as
 * a check where the engine can say it. Immutable.
 */
public sealed interface ColumnCheck {
    /**
     * The value is one of a few.
     *
     * @param values the values as the column holds them, at least one
     */
    record OneOf(List<Object> values) implements ColumnCheck {
        /** Copies the list. */
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /**
     * The value is not less than a bound.
     *
     * @param bound the least value as the column holds it, or what must be exceeded
     * @param inclusive whether the bound itself is allowed
     */
    record Min(Object bound, boolean inclusive) implements ColumnCheck {}

    /**
     * The value is not greater than a bound.
     *
     * @param bound the greatest value as the column holds it, or what must not be reached
     * @param inclusive whether the bound itself is allowed
     */
    record Max(Object bound, boolean inclusive) implements ColumnCheck {}

    /**
     * A text has at least this many UTF-16 code units, bytes at least this many bytes.
     *
     * @param length the least length
     */
    record MinLength(int length) implements ColumnCheck {}

    /**
     * A text matches a regular expression as a whole.
     *
     * @param regex as {@link java.util.regex.Pattern} takes it
     */
    record Pattern(String regex) implements ColumnCheck {}
}
