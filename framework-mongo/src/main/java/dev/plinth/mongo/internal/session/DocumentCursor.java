package dev.plinth.mongo.internal.session;

import com.mongodb.client.MongoCursor;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StatementListener;
import dev.plinth.model.EntityModel;
import dev.plinth.mongo.internal.error.Errors;
import org.jspecify.annotations.Nullable;

/** Rows from a cursor of the driver, which fetches them in batches. */
final class DocumentCursor implements RowCursor {
    private final MongoCursor<Object[]> cursor;
    private final EntityModel entity;
    private final StatementListener listener;
    private final Errors errors;

    DocumentCursor(MongoCursor<Object[]> cursor, EntityModel entity, StatementListener listener, Errors errors) {
        this.cursor = cursor;
        this.entity = entity;
        this.listener = listener;
        this.errors = errors;
        listener.sent(StatementListener.Kind.SELECT, cursor.available(), false);
    }

    @Override
    public Object @Nullable [] next() {
        if (cursor.available() > 0) {
            return cursor.next();
        }
        if (cursor.getServerCursor() == null) {
            return null;
        }
        boolean more = errors.in(entity, cursor::hasNext);
        listener.sent(StatementListener.Kind.SELECT, cursor.available(), false);
        return more ? cursor.next() : null;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
