package dev.plinth.jdbc.internal.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column of a live table.
 *
 * @param name its name
 * @param type the type, one of {@link java.sql.Types}
 * @param typeName the engine's name of the type
 * @param size the length of a text or of bytes, or the precision of a number; 0 where there is no limit
 * @param digits the scale of a number, or the digits after the second's point of a time
 * @param nullable whether it takes null
 * @param hasDefault whether the database has a value of its own for it
 * @param generation what the database makes of its values by itself
 * @param saysMore whether it has a comment or a check of its own, which a statement that states it again would take
 * @param collation how it compares text, where that is not by code point; null where it is
 */
public record LiveColumn(
        String name,
        int type,
        String typeName,
        int size,
        int digits,
        boolean nullable,
        boolean hasDefault,
        Generation generation,
        boolean saysMore,
        @Nullable Collation collation) {
    /** What the database makes of a column's values by itself. */
    public enum Generation {
        /** Nothing: they are written. */
        NONE,
        /** A number, where a statement gives none. */
        IDENTITY,
        /** Always its own: a statement that gives one fails. */
        ALWAYS
    }

    /**
     * A way to compare text.
     *
     * @param name its name, as the engine's own language has it
     * @param exact whether different texts are never equal
     */
    public record Collation(String name, boolean exact) {}

    /** The column with another type. */
    public LiveColumn withType(int newType, int newSize) {
        return new LiveColumn(
                name, newType, typeName, newSize, digits, nullable, hasDefault, generation, saysMore, collation);
    }

    /** The column with another way to get its values. */
    public LiveColumn with(Generation newGeneration) {
        return new LiveColumn(
                name, type, typeName, size, digits, nullable, hasDefault, newGeneration, saysMore, collation);
    }

    /** The column with another way to compare text. */
    public LiveColumn with(@Nullable Collation newCollation) {
        return new LiveColumn(
                name, type, typeName, size, digits, nullable, hasDefault, generation, saysMore, newCollation);
    }
}
