package dev.plinth.mongo.internal.session;

import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.schema.Counters;
import dev.plinth.mongo.internal.source.Source;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.mongo.internal.write.BatchWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonValue;

/** One session: reads and writes on its transaction, where the server has them. */
final class MongoSession implements StoreSession {
    private final Documents documents;
    private final Engine engine;
    private final Reads reads;
    private final Counters counters;
    private final Transaction transaction;
    private final StatementListener listener;
    private final Errors errors;
    private final List<WriteBatch> sent = new ArrayList<>();

    MongoSession(
            Documents documents,
            Engine engine,
            Reads reads,
            Counters counters,
            Transaction transaction,
            StatementListener listener,
            Errors errors) {
        this.documents = documents;
        this.engine = engine;
        this.reads = reads;
        this.counters = counters;
        this.transaction = transaction;
        this.listener = listener;
        this.errors = errors;
    }

    @Override
    public RowCursor find(Query query) {
        return reads.find(query);
    }

    @Override
    public RowCursor stream(Query query) {
        return reads.stream(query);
    }

    @Override
    public List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys, boolean lock) {
        return reads.findByKeys(entity, keys);
    }

    @Override
    public long count(Query query) {
        return reads.count(query);
    }

    @Override
    public WriteResult write(WriteBatch batch) {
        Source source = documents.source(batch.entity());
        try {
            BatchWriter writer = new BatchWriter(source, engine, transaction.begin(), listener, errors);
            documents.references().check(batch, this::count);
            WriteResult result = writer.write(batch);
            sent.add(batch);
            return result;
        } catch (TransactionConflictException e) {
            if (batch.kind() == WriteBatch.Kind.INSERT || batch.guards().isEmpty()) {
                throw e;
            }
            // the server has ended the transaction and does not tell which row it was; what is committed may
            transaction.fail();
            WriteResult stale =
                    new BatchWriter(source, engine, null, listener, errors).staleBy(batch, sentIds(source.document()));
            if (stale.stale().isEmpty()) {
                throw e;
            }
            return stale;
        }
    }

    // what this session has written itself is not committed as it was read
    private Set<BsonValue> sentIds(EntityDocument document) {
        return sent.stream()
                .filter(batch -> batch.entity() == document.entity())
                .flatMap(batch -> batch.changes().stream())
                .map(change -> change.after() != null ? change.after() : Objects.requireNonNull(change.before()))
                .map(row -> document.id(row))
                .collect(Collectors.toSet());
    }

    @Override
    public long nextBlock(Generation.Sequence sequence) {
        return counters.nextBlock(sequence);
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
