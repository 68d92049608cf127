package dev.plinth.backend;

import org.jspecify.annotations.Nullable;

/** Rows, one after the other. */
public interface RowCursor extends AutoCloseable {
    /**
     * Moves on.
     *
     * @return the next row, which the caller may keep but not change, or null at the end
     */
    Object @Nullable [] next();

    @Override
    void close();
}
