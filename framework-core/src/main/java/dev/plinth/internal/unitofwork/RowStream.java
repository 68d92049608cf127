package dev.plinth.internal.unitofwork;

import dev.plinth.backend.RowCursor;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A cursor as a stream, which closes the cursor when it is closed, has come to its end or has failed. */
final class RowStream implements AutoCloseable {
    private final RowCursor rows;
    private final Function<Object[], Object> toEntity;
    private final Runnable requireRunning;
    private final Runnable whenClosed;
    private boolean closed;
    private boolean exhausted;

    /**
     * @param requireRunning refuses use after the end of the unit of work
     * @param whenClosed run once, after the cursor was closed
     */
    RowStream(RowCursor rows, Function<Object[], Object> toEntity, Runnable requireRunning, Runnable whenClosed) {
        this.rows = rows;
        this.toEntity = toEntity;
        this.requireRunning = requireRunning;
        this.whenClosed = whenClosed;
    }

    Stream<Object> stream() {
        Spliterator<Object> spliterator =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Object> action) {
                        if (exhausted) {
                            return false;
                        }
                        // a stream that the end of its unit of work has closed must not look like an empty one
                        requireRunning.run();
                        Object[] row = closed ? null : next();
                        if (row == null) {
                            exhausted = true;
                            close();
                            return false;
                        }
                        action.accept(toEntity.apply(row));
                        return true;
                    }
                };
        return StreamSupport.stream(spliterator, false).onClose(this::close);
    }

    private Object @Nullable [] next() {
        try {
            return rows.next();
        } catch (RuntimeException | Error e) {
            try {
                close();
            } catch (RuntimeException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                rows.close();
            } finally {
                whenClosed.run();
            }
        }
    }
}
