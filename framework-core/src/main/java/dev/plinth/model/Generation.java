package dev.plinth.model;

import java.util.function.Supplier;

/** Where the id of a new entity comes from. */
public sealed interface Generation {
    /** The application sets it. */
    record Assigned() implements Generation {}

    /** A time-ordered UUID, version 7 of RFC 9562, set when the entity is inserted into the unit of work. */
    record Uuid() implements Generation {}

    /** The database sets it when the row is written. */
    record Identity() implements Generation {}

    /**
     * A value of the database's own kind that its driver makes, set when the entity is inserted into the unit of work.
     *
     * @param next makes a value as the column holds it
     */
    record ByDriver(Supplier<Object> next) implements Generation {}

    /**
     * A sequence, or a counter where the engine has none, set when the entity is inserted into the unit of work. Values
     * are taken in blocks.
     *
     * @param name the name of the sequence (or of the counter)
     * @param initialValue the first value
     * @param allocationSize how many values are taken at a time, at least 1; a sequence increments by it
     */
    record Sequence(TableName name, long initialValue, int allocationSize) implements Generation {}
}
