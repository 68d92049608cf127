package dev.plinth.internal.unitofwork;

import dev.plinth.backend.RowCursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
    private final Function<List<Object[]>, List<Object>> toEntities;
    private final int together;
    private final ArrayDeque<Object> ahead = new ArrayDeque<>();
    private final Runnable requireRunning;
    private final Runnable whenClosed;
    private boolean closed;
    private boolean exhausted;

    /**
     * @param toEntities makes objects of rows
     * @param together how many rows are read and made objects of together
     * @param requireRunning refuses use after the end of the unit of work
     * @param whenClosed run once, after the cursor was closed
     */
    RowStream(
            RowCursor rows,
            Function<List<Object[]>, List<Object>> toEntities,
            int together,
            Runnable requireRunning,
            Runnable whenClosed) {
        this.rows = rows;
        this.toEntities = toEntities;
        this.together = together;
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
                        if (ahead.isEmpty()) {
                            ahead.addAll(read());
                        }
                        Object entity = ahead.poll();
                        if (entity == null) {
                            exhausted = true;
                            close();
                            return false;
                        }
                        action.accept(entity);
                        return true;
                    }
                };
        return StreamSupport.stream(spliterator, false).onClose(this::close);
    }

    private List<Object> read() {
        List<Object[]> read = new ArrayList<>(together);
        Object[] row = closed ? null : next();
        while (row != null) {
            read.add(row);
            row = read.size() < together ? next() : null;
        }
        return read.isEmpty() ? List.of() : toEntities.apply(read);
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
            ahead.clear();
            try {
                rows.close();
            } finally {
                whenClosed.run();
            }
        }
    }
}
