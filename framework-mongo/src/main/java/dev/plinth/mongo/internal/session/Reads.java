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
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.query.FilterTranslator;
import dev.plinth.mongo.internal.query.Groups;
import dev.plinth.mongo.internal.query.Order;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;

/** The reads of one session, in its transaction where one is running. */
final class Reads {
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
    private final Engine engine;
    private final FilterTranslator filters;
    private final Transaction transaction;
    private final StatementListener listener;
    private final Errors errors;

    Reads(Documents documents, Engine engine, Transaction transaction, StatementListener listener, Errors errors) {
        this.documents = documents;
        this.engine = engine;
        this.filters = new FilterTranslator(engine);
        this.transaction = transaction;
        this.listener = listener;
        this.errors = errors;
    }

    RowCursor find(Query query) {
        if (query.condition().equals(Condition.NEVER)) {
            return NO_ROWS;
        }
        Query.PerGroup perGroup = query.perGroup();
        // mongo-java-server has no window functions, and nobody has without an order
        return perGroup != null && (engine.emulated() || query.order().isEmpty())
                ? new FirstOfGroups(cursor(FirstOfGroups.ungrouped(query)), query, perGroup)
                : cursor(query);
    }

    private RowCursor cursor(Query query) {
        EntityDocument document = documents.of(query.entity());
        BsonDocument filter = filters.filter(document, query.condition());
        Order order = Order.of(document, query.order());
        boolean plain = order.computed().isEmpty() && query.offset() <= Integer.MAX_VALUE && query.perGroup() == null;
        MongoIterable<Object[]> rows =
                plain ? find(query, filter, order) : aggregate(query, stages(document, query, filter, order));
        MongoCursor<Object[]> cursor =
                errors.in(query.entity(), () -> rows.batchSize(BATCH).cursor());
        return new DocumentCursor(cursor, query.entity(), listener, errors);
    }

    private FindIterable<Object[]> find(Query query, BsonDocument filter, Order order) {
        FindIterable<Object[]> rows = find(query.entity(), filter);
        rows = rows.sort(order.sort()).skip((int) query.offset()).limit(query.limit());
        // each step of a long reading has the time of a statement
        return documents.areLimited() ? rows.timeoutMode(TimeoutMode.ITERATION) : rows;
    }

    private FindIterable<Object[]> find(EntityModel entity, BsonDocument filter) {
        MongoCollection<Object[]> collection = documents.collection(entity);
        ClientSession session = transaction.current();
        return session == null ? collection.find(filter) : collection.find(session, filter);
    }

    private static List<BsonDocument> stages(EntityDocument document, Query query, BsonDocument filter, Order order) {
        List<BsonDocument> stages = new ArrayList<>(List.of(new BsonDocument("$match", filter)));
        if (!order.computed().isEmpty()) {
            stages.add(new BsonDocument("$addFields", order.computed()));
        }
        if (query.perGroup() != null) {
            stages.addAll(Groups.stages(document, query.perGroup(), order));
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
        return stages;
    }

    private AggregateIterable<Object[]> aggregate(Query query, List<BsonDocument> stages) {
        MongoCollection<Object[]> collection = documents.collection(query.entity());
        ClientSession session = transaction.current();
        AggregateIterable<Object[]> rows =
                session == null ? collection.aggregate(stages) : collection.aggregate(session, stages);
        rows = rows.allowDiskUse(true);
        return documents.areLimited() ? rows.timeoutMode(TimeoutMode.ITERATION) : rows;
    }

    List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys) {
        EntityDocument document = documents.of(entity);
        List<Object[]> rows = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += KEYS_AT_A_TIME) {
            BsonArray ids = new BsonArray();
            keys.subList(from, Math.min(from + KEYS_AT_A_TIME, keys.size()))
                    .forEach(key -> ids.add(document.id(key.values())));
            BsonDocument filter = new BsonDocument("_id", ids.size() == 1 ? ids.get(0) : new BsonDocument("$in", ids));
            List<Object[]> found = errors.in(
                    entity, () -> find(entity, filter).batchSize(BATCH).into(new ArrayList<>()));
            listener.sent(StatementListener.Kind.SELECT, found.size(), false);
            rows.addAll(found);
        }
        return rows;
    }

    long count(Query query) {
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
}
