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
import dev.plinth.mongo.internal.query.Narrowing;
import dev.plinth.mongo.internal.query.Order;
import dev.plinth.mongo.internal.source.Source;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.jspecify.annotations.Nullable;

/** The reads of one session, in its transaction where one is running. */
final class Reads {
    private static final String COUNT = "rows";
    private static final int BATCH = 1000;
    // as many as the server puts into one answer, which has a limit in bytes
    private static final int ALL = 1_000_000;
    private static final BsonDocument ID_ONLY = new BsonDocument("_id", new BsonInt64(1));
    private static final int KEYS_AT_A_TIME = 1000;
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
        return find(query, ALL);
    }

    RowCursor stream(Query query) {
        return find(query, BATCH);
    }

    private RowCursor find(Query query, int batch) {
        if (query.condition().equals(Condition.NEVER)) {
            return NO_ROWS;
        }
        Query.PerGroup perGroup = query.perGroup();
        // mongo-java-server has no window functions, and nobody has without an order
        return perGroup != null && (engine.emulated() || query.order().isEmpty())
                ? new FirstOfGroups(cursor(FirstOfGroups.ungrouped(query), batch), query, perGroup)
                : cursor(query, batch);
    }

    private RowCursor cursor(Query query, int batch) {
        Source source = documents.source(query.entity());
        Order order = Order.of(source.document(), query.order());
        boolean plain = !source.isEmbedded()
                && order.computed().isEmpty()
                && query.offset() <= Integer.MAX_VALUE
                && query.perGroup() == null;
        MongoIterable<Object[]> rows = plain ? find(source, query, order) : aggregate(source, query, order);
        MongoCursor<Object[]> cursor =
                errors.in(query.entity(), () -> rows.batchSize(batch).cursor());
        return new DocumentCursor(cursor, query.entity(), listener, errors);
    }

    private FindIterable<Object[]> find(Source source, Query query, Order order) {
        FindIterable<Object[]> rows =
                source.find(transaction.current(), filters.filter(source.document(), query.condition()));
        rows = rows.sort(order.sort()).skip((int) query.offset()).limit(query.limit());
        // each step of a long reading has the time of a statement
        return documents.areLimited() ? rows.timeoutMode(TimeoutMode.ITERATION) : rows;
    }

    private AggregateIterable<Object[]> aggregate(Source source, Query query, Order order) {
        List<BsonDocument> stages = stages(source, query.condition());
        if (!order.computed().isEmpty()) {
            stages.add(new BsonDocument("$addFields", order.computed()));
        }
        if (query.perGroup() != null) {
            stages.addAll(Groups.stages(source.document(), query.perGroup(), order));
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
        AggregateIterable<Object[]> rows =
                source.aggregate(transaction.current(), stages).allowDiskUse(true);
        return documents.areLimited() ? rows.timeoutMode(TimeoutMode.ITERATION) : rows;
    }

    private List<BsonDocument> stages(Source source, Condition condition) {
        EntityDocument document = source.document();
        return source.stages(Narrowing.of(filters, document, condition), filters.filter(document, condition));
    }

    List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys) {
        Source source = documents.source(entity);
        List<Object[]> rows = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += KEYS_AT_A_TIME) {
            BsonArray ids = new BsonArray();
            keys.subList(from, Math.min(from + KEYS_AT_A_TIME, keys.size()))
                    .forEach(key -> ids.add(source.document().id(key.values())));
            BsonDocument filter = new BsonDocument("_id", ids.size() == 1 ? ids.get(0) : new BsonDocument("$in", ids));
            List<Object[]> found = errors.in(
                    entity,
                    () -> source.rows(transaction.current(), filter)
                            .batchSize(BATCH)
                            .into(new ArrayList<>()));
            listener.sent(StatementListener.Kind.SELECT, found.size(), false);
            rows.addAll(found);
        }
        return rows;
    }

    long count(Query query) {
        if (query.condition().equals(Condition.NEVER)) {
            return 0;
        }
        Source source = documents.source(query.entity());
        long count = errors.in(
                query.entity(),
                () -> source.isEmbedded() ? countInside(source, query.condition()) : count(source, query.condition()));
        listener.sent(StatementListener.Kind.SELECT, 1, false);
        return count;
    }

    private long count(Source source, Condition condition) {
        BsonDocument filter = filters.filter(source.document(), condition);
        ClientSession session = transaction.current();
        MongoCollection<Object[]> collection = source.collection();
        if (engine.emulated() && filter.keySet().equals(ID_ONLY.keySet())) {
            // a count is an aggregation there, which looks at every document where a find has an index
            MongoCollection<BsonDocument> plain = collection.withDocumentClass(BsonDocument.class);
            return plain.find(filter)
                    .projection(ID_ONLY)
                    .batchSize(ALL)
                    .into(new ArrayList<>())
                    .size();
        }
        return session == null ? collection.countDocuments(filter) : collection.countDocuments(session, filter);
    }

    private long countInside(Source source, Condition condition) {
        List<BsonDocument> stages = stages(source, condition);
        BsonDocument one = new BsonDocument("$sum", new BsonInt64(1));
        stages.add(new BsonDocument("$group", new BsonDocument("_id", BsonNull.VALUE).append(COUNT, one)));
        ClientSession session = transaction.current();
        MongoCollection<Object[]> collection = source.collection();
        BsonDocument counted = (session == null
                        ? collection.aggregate(stages, BsonDocument.class)
                        : collection.aggregate(session, stages, BsonDocument.class))
                .first();
        return counted == null ? 0 : counted.getNumber(COUNT).longValue();
    }
}
