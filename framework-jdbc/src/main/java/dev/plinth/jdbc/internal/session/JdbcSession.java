package dev.plinth.jdbc.internal.session;

import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.jdbc.internal.query.Queries;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.jdbc.internal.write.Sequences;
import dev.plinth.jdbc.internal.write.Writes;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.sql.Connection;
import java.util.List;

/** One transaction on a SQL database. */
final class JdbcSession implements StoreSession {
    private final Tables tables;
    private final Transaction transaction;
    private final Queries queries;
    private final Writes writes;
    private final Sequences sequences;

    JdbcSession(Tables tables, Transaction transaction, Queries queries, Writes writes, Sequences sequences) {
        this.tables = tables;
        this.transaction = transaction;
        this.queries = queries;
        this.writes = writes;
        this.sequences = sequences;
    }

    @Override
    public RowCursor find(Query query) {
        return queries.find(transaction.connection(), tables.of(query.entity()), query);
    }

    @Override
    public List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys, boolean lock) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Connection connection = lock ? transaction.writing() : transaction.connection();
        return queries.findByKeys(connection, tables.of(entity), keys, lock);
    }

    @Override
    public long count(Query query) {
        return queries.count(transaction.connection(), tables.of(query.entity()), query);
    }

    @Override
    public WriteResult write(WriteBatch batch) {
        return writes.write(transaction.writing(), tables.of(batch.entity()), batch);
    }

    @Override
    public long nextBlock(Generation.Sequence sequence) {
        return sequences.nextBlock(transaction.connection(), sequence);
    }

    @Override
    public void commit() {
        transaction.commit();
    }

    @Override
    public void rollback() {
        transaction.rollback();
    }

    @Override
    public void close() {
        transaction.rollback();
    }
}
