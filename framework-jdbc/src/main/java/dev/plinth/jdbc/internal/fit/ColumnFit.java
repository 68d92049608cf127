package dev.plinth.jdbc.internal.fit;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import org.jspecify.annotations.Nullable;

/** Compares columns of the model with those of a live table. Thread-safe. */
public interface ColumnFit {
    /** What a value would lose in a column. */
    @FunctionalInterface
    interface WriteCheck {
        /** Why a value that is not null must not be written, and what to do; null where it may. */
        @Nullable
        String refusal(Object value);
    }

    /** Why the column cannot be used for the property at all, and what to do; null where it can. */
    @Nullable
    String refusal(ColumnModel column, Found found);

    /** How values are read from the column: its own codec, or a stricter one where the type is another. */
    Codec reader(ColumnModel column, Found found, Codec own);

    /** What is looked at before a value is written; null where every value goes in whole. */
    @Nullable
    WriteCheck check(ColumnModel column, Found found);
}
