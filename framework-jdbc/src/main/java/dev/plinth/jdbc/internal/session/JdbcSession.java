package dev.plinth.jdbc.internal.session;

import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.jdbc.internal.query.JdbcCursor;
import dev.plinth.jdbc.internal.query.Queries;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.jdbc.internal.write.Sequences;
import dev.plinth.jdbc.internal.write.Writes;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction on a SQL database. */
final class JdbcSession implements StoreSession {
    private final Tables tables;
    private final Transaction transaction;
    private final Queries queries;
    private final Writes writes;
    private final Sequences sequences;
    private @Nullable JdbcCursor open;

    JdbcSession(Tables tables, Transaction transaction, Queries queries, Writes writes, Sequences sequences) {
        this.tables = tables;
        this.transaction = transaction;
        this.queries = queries;
        this.writes = writes;
        this.sequences = sequences;
    }

    private Connection connection() {
        makeWay();
        return transaction.connection();
    }

    private Connection writing() {
        makeWay();
        return transaction.writing();
    }

    // what is left of a result is kept here, where it would keep the connection from the next statement
    private void makeWay() {
        JdbcCursor cursor = open;
        open = null;
        if (cursor != null) {
            cursor.readAll();
        }
    }

    private void closeResult() {
        JdbcCursor cursor = open;
        open = null;
        if (cursor != null) {
            cursor.close();
        }
    }

    @Override
    public RowCursor find(Query query) {
        return opened(queries.find(connection(), tables.of(query.entity()), query));
    }

    @Override
    public RowCursor stream(Query query) {
        return opened(queries.stream(connection(), tables.of(query.entity()), query));
    }

    private RowCursor opened(JdbcCursor cursor) {
        open = cursor.readsAlone() ? cursor : null;
        return cursor;
    }

    @Override
    public List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys, boolean lock) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Connection connection = lock ? writing() : connection();
        return queries.findByKeys(connection, tables.of(entity), keys, lock);
    }

    @Override
    public Map<EntityKey, List<Object[]>> findLinks(CollectionModel links, List<EntityKey> owners) {
        return owners.isEmpty()
                ? Map.of()
                : queries.findLinks(connection(), tables.of(owners.get(0).entity()), links, owners);
    }

    @Override
    public long count(Query query) {
        return queries.count(connection(), tables.of(query.entity()), query);
    }

    @Override
    public WriteResult write(WriteBatch batch) {
        return writes.write(writing(), tables.of(batch.entity()), batch);
    }

    @Override
    public long nextBlock(Generation.Sequence sequence) {
        return sequences.nextBlock(connection(), sequence);
    }

    @Override
    public void commit() {
        closeResult();
        transaction.commit();
    }

    @Override
    public void rollback() {
        closeResult();
        transaction.rollback();
    }

    @Override
    public void close() {
        rollback();
    }
}
