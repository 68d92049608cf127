package dev.plinth.internal.memory;

import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnitOfWorkException;
import dev.plinth.internal.memory.Table.Row;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One transaction. Until the first write each statement looks at what is committed just then. The first write takes the
 * right to write; from then on nobody else commits, and each statement looks at the session's own tables, which commit
 * makes the committed ones.
 */
final class MemorySession implements StoreSession {
    private enum State {
        OPEN,
        FAILED,
        ENDED
    }

    private final MemoryStore store;
    private final MemoryDatabase database;
    private final StatementListener listener;
    private final boolean readOnly;
    // another thread may end a session, by closing its store; all else is done by the thread that uses it
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private @Nullable Snapshot own;

    MemorySession(MemoryStore store, MemoryDatabase database, StatementListener listener, boolean readOnly) {
        this.store = store;
        this.database = database;
        this.listener = listener;
        this.readOnly = readOnly;
    }

    @Override
    public RowCursor find(Query query) {
        return statement(() -> {
            List<Row> rows = Selection.rows(table(query.entity()), query);
            listener.sent(StatementListener.Kind.SELECT, rows.size(), false);
            return new Cursor(rows.iterator());
        });
    }

    @Override
    public List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys, boolean lock) {
        return statement(() -> {
            if (lock && !readOnly) {
                beginWrite(); // the only lock there is
            }
            Table table = table(entity);
            List<Object[]> rows = new ArrayList<>(keys.size());
            for (EntityKey key : keys) {
                Row row = table.byId(Keys.of(key.values()));
                if (row != null) {
                    rows.add(Rows.copy(row.values()));
                }
            }
            listener.sent(StatementListener.Kind.SELECT, rows.size(), false);
            return rows;
        });
    }

    @Override
    public long count(Query query) {
        return statement(() -> {
            long count = matching(query);
            listener.sent(StatementListener.Kind.SELECT, 1, false);
            return count;
        });
    }

    private long matching(Query query) {
        return Selection.matching(table(query.entity()), query.condition()).size();
    }

    @Override
    public WriteResult write(WriteBatch batch) {
        return statement(() -> {
            if (readOnly) {
                throw new UnitOfWorkException(
                        ErrorCode.UNIT_READ_ONLY,
                        "a row of " + batch.entity().name() + " cannot be written: the session only reads",
                        null);
            }
            Snapshot tables = beginWrite();
            // a part of the write, as it is in databases that have foreign keys
            store.references().check(batch, this::matching);
            int rows = batch.changes().size();
            listener.sent(StatementListener.Kind.valueOf(batch.kind().name()), rows, rows > 1);
            BatchWriter writer = new BatchWriter(table(batch.entity()), batch, database);
            WriteResult result = writer.write();
            own = tables.with(writer.table());
            return result;
        });
    }

    @Override
    public long nextBlock(Generation.Sequence sequence) {
        return statement(() -> {
            long first = database.nextBlock(sequence.name(), sequence.allocationSize());
            listener.sent(StatementListener.Kind.OTHER, 1, false);
            return first;
        });
    }

    @Override
    public void commit() {
        checkUsable();
        Snapshot next = own;
        if (next != null && !database.commit(this, next)) {
            throw closed();
        }
        end();
    }

    @Override
    public void rollback() {
        end();
    }

    @Override
    public void close() {
        end();
    }

    private void end() {
        state.set(State.ENDED);
        database.endWrite(this);
        store.ended(this);
    }

    private Table table(EntityModel entity) {
        Snapshot tables = own;
        return (tables == null ? database.committed() : tables).table(store.definition(entity));
    }

    private Snapshot beginWrite() {
        Snapshot tables = own;
        if (tables == null) {
            tables = database.beginWrite(this);
            if (state.get() == State.ENDED) {
                // the store was closed while this session waited, and could not yet take the right away
                database.endWrite(this);
                throw closed();
            }
            own = tables;
        }
        return tables;
    }

    /** Runs a statement. After an error in one the session takes no other, as in a database that aborts transactions. */
    private <T> T statement(Supplier<T> body) {
        checkUsable();
        try {
            return body.get();
        } catch (RuntimeException e) {
            state.compareAndSet(State.OPEN, State.FAILED);
            throw e;
        }
    }

    private void checkUsable() {
        store.checkOpen();
        if (state.get() == State.ENDED) {
            throw closed();
        } else if (state.get() == State.FAILED) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_BROKEN,
                    "an earlier statement of this session has failed. Roll it back and open another one",
                    null);
        }
    }

    private static UnitOfWorkException closed() {
        return new UnitOfWorkException(ErrorCode.UNIT_CLOSED, "the session has ended. Open another unit of work", null);
    }

    /** Walks over the rows that a statement has found, whatever is written meanwhile. */
    private final class Cursor implements RowCursor {
        private final Iterator<Row> rows;

        Cursor(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public Object @Nullable [] next() {
            checkUsable();
            return rows.hasNext() ? Rows.copy(rows.next().values()) : null;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
