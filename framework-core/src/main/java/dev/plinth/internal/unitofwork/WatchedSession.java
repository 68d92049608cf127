package dev.plinth.internal.unitofwork;

import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session that is used no more after an error: what a database does then differs from one to the next. */
final class WatchedSession implements StoreSession {
    private final StoreSession session;
    private final Guard guard;

    WatchedSession(StoreSession session, Guard guard) {
        this.session = session;
        this.guard = guard;
    }

    private <R extends @Nullable Object> R watched(Supplier<R> call) {
        guard.requireUnbroken();
        try {
            return call.get();
        } catch (RuntimeException | Error e) {
            guard.fail(e);
            throw e;
        }
    }

    @Override
    public RowCursor find(Query query) {
        return watched(watched(() -> session.find(query)));
    }

    @Override
    public RowCursor stream(Query query) {
        return watched(watched(() -> session.stream(query)));
    }

    private RowCursor watched(RowCursor rows) {
        return new RowCursor() {
            @Override
            public Object @Nullable [] next() {
                return watched(rows::next);
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    @Override
    public List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys, boolean lock) {
        return watched(() -> session.findByKeys(entity.root(), keys, lock));
    }

    @Override
    public Map<EntityKey, List<Object[]>> findLinks(CollectionModel links, List<EntityKey> owners) {
        return watched(() -> session.findLinks(links, owners));
    }

    @Override
    public long count(Query query) {
        return watched(() -> session.count(query));
    }

    @Override
    public WriteResult write(WriteBatch batch) {
        return watched(() -> session.write(batch));
    }

    @Override
    public long nextBlock(Generation.Sequence sequence) {
        return watched(() -> session.nextBlock(sequence));
    }

    @Override
    public void commit() {
        session.commit();
    }

    @Override
    public void rollback() {
        session.rollback();
    }

    @Override
    public void close() {
        session.close();
    }
}
