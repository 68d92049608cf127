package dev.plinth.jdbc.internal.write;

import dev.plinth.jdbc.internal.type.Codec;
import org.jspecify.annotations.Nullable;

/** The values of a batch. */
interface Rows {
    /** How many rows there are. */
    int size();

    /** How the values of a slot are sent. */
    Codec codec(int slot);

    /** One value. */
    @Nullable
    Object value(int row, int slot);
}
