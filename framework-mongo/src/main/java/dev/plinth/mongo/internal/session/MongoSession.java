package dev.plinth.mongo.internal.session;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.cursor.TimeoutMode;
import dev.plinth.backend.Condition;
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
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.query.FilterTranslator;
import dev.plinth.mongo.internal.query.Order;
import dev.plinth.mongo.internal.schema.Counters;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.mongo.internal.write.BatchWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** One session: reads and writes on its transaction, where the server has them. */
final class MongoSession implements StoreSession {
    private static final int BATCH = 1000;
    private static final int KEYS_AT_A_TIME = 500;
    private static final RowCursor NO_ROWS = new RowCursor() {
        @Override
        public Object @Nullable [] next() {
            return null;
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    private final Documents documents;
    private final FilterTranslator filters;
    private final Counters counters;
    private final Transaction transaction;
    private final StatementListener listener;
    private final Errors errors;
    private final List<WriteBatch> sent = new ArrayList<>();

    MongoSession(
            Documents documents,
            FilterTranslator filters,
            Counters counters,
            Transaction transaction,
            StatementListener listener,
            Errors errors) {
        this.documents = documents;
        this.filters = filters;
        this.counters = counters;
        this.transaction = transaction;
        this.listener = listener;
        this.errors = errors;
    }

    @Override
    public RowCursor find(Query query) {
        if (query.condition().equals(Condition.NEVER)) {
            return NO_ROWS;
        }
        EntityDocument document = documents.of(query.entity());
        BsonDocument filter = filters.filter(document, query.condition());
        Order order = Order.of(document, query.order());
        MongoIterable<Object[]> rows = order.computed().isEmpty() && query.offset() <= Integer.MAX_VALUE
                ? find(query, filter, order)
                : aggregate(query, filter, order);
        MongoCursor<Object[]> cursor =
                errors.in(query.entity(), () -> rows.batchSize(BATCH).cursor());
        return new DocumentCursor(cursor, query.entity(), listener, errors);
    }

    private FindIterable<Object[]> find(Query query, BsonDocument filter, Order order) {
        MongoCollection<Object[]> collection = documents.collection(query.entity());
        ClientSession session = transaction.current();
        FindIterable<Object[]> rows = session == null ? collection.find(filter) : collection.find(session, filter);
        rows = rows.sort(order.sort()).skip((int) query.offset()).limit(query.limit());
        // each step of a long reading has the time of a statement
        return documents.areLimited() ? rows.timeoutMode(TimeoutMode.ITERATION) : rows;
    }

    private AggregateIterable<Object[]> aggregate(Query query, BsonDocument filter, Order order) {
        List<BsonDocument> stages = new ArrayList<>(List.of(new BsonDocument("$match", filter)));
        if (!order.computed().isEmpty()) {
            stages.add(new BsonDocument("$addFields", order.computed()));
        }
        if (!order.sort().isEmpty()) {
            stages.add(new BsonDocument("$sort", order.sort()));
        }
        if (query.offset() > 0) {
            stages.add(new BsonDocument("$skip", new BsonInt64(query.offset())));
        }
        if (query.limit() > 0) {
            stages.add(new BsonDocument("$limit", new BsonInt64(query.limit())));
        }
        MongoCollection<Object[]> collection = documents.collection(query.entity());
        ClientSession session = transaction.current();
        AggregateIterable<Object[]> rows =
                session == null ? collection.aggregate(stages) : collection.aggregate(session, stages);
        rows = rows.allowDiskUse(true);
        return documents.areLimited() ? rows.timeoutMode(TimeoutMode.ITERATION) : rows;
    }

    @Override
    public List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys, boolean lock) {
        EntityDocument document = documents.of(entity);
        MongoCollection<Object[]> collection = documents.collection(entity);
        ClientSession session = transaction.current();
        List<Object[]> rows = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += KEYS_AT_A_TIME) {
            BsonArray ids = new BsonArray();
            keys.subList(from, Math.min(from + KEYS_AT_A_TIME, keys.size()))
                    .forEach(key -> ids.add(document.id(key.values())));
            BsonDocument filter = new BsonDocument("_id", ids.size() == 1 ? ids.get(0) : new BsonDocument("$in", ids));
            List<Object[]> found = errors.in(entity, () -> {
                FindIterable<Object[]> some =
                        session == null ? collection.find(filter) : collection.find(session, filter);
                return some.batchSize(BATCH).into(new ArrayList<>());
            });
            listener.sent(StatementListener.Kind.SELECT, found.size(), false);
            rows.addAll(found);
        }
        return rows;
    }

    @Override
    public long count(Query query) {
        if (query.condition().equals(Condition.NEVER)) {
            return 0;
        }
        BsonDocument filter = filters.filter(documents.of(query.entity()), query.condition());
        MongoCollection<Object[]> collection = documents.collection(query.entity());
        ClientSession session = transaction.current();
        long count = errors.in(
                query.entity(),
                () -> session == null ? collection.countDocuments(filter) : collection.countDocuments(session, filter));
        listener.sent(StatementListener.Kind.SELECT, 1, false);
        return count;
    }

    @Override
    public WriteResult write(WriteBatch batch) {
        EntityDocument document = documents.of(batch.entity());
        MongoCollection<Object[]> collection = documents.collection(batch.entity());
        try {
            WriteResult result =
                    new BatchWriter(document, collection, transaction.begin(), listener, errors).write(batch);
            sent.add(batch);
            return result;
        } catch (TransactionConflictException e) {
            if (batch.kind() == WriteBatch.Kind.INSERT || batch.guards().isEmpty()) {
                throw e;
            }
            // the server has ended the transaction and does not tell which row it was; what is committed may
            transaction.fail();
            WriteResult stale =
                    new BatchWriter(document, collection, null, listener, errors).staleBy(batch, sentIds(document));
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
