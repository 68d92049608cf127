package dev.plinth.internal.unitofwork;

import dev.plinth.backend.RowCursor;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A cursor as a stream, which closes the cursor when it is closed or has come to its end. */
final class RowStream implements AutoCloseable {
    private final RowCursor rows;
    private final Function<Object[], Object> toEntity;
    private boolean closed;

    RowStream(RowCursor rows, Function<Object[], Object> toEntity) {
        this.rows = rows;
        this.toEntity = toEntity;
    }

    Stream<Object> stream() {
        Spliterator<Object> spliterator =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Object> action) {
                        Object[] row = closed ? null : rows.next();
                        if (row == null) {
                            close();
                            return false;
                        }
                        action.accept(toEntity.apply(row));
                        return true;
                    }
                };
        return StreamSupport.stream(spliterator, false).onClose(this::close);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            rows.close();
        }
    }
}
