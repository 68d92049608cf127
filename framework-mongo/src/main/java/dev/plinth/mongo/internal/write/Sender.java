package dev.plinth.mongo.internal.write;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import dev.plinth.backend.Change;
import dev.plinth.backend.StatementListener;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Sends what the writers have put together, and tells the listener. */
final class Sender {
    private static final int CHUNK = 1000;

    private final Source source;
    private final @Nullable ClientSession session;
    private final StatementListener listener;
    private final Errors errors;

    Sender(Source source, @Nullable ClientSession session, StatementListener listener, Errors errors) {
        this.source = source;
        this.session = session;
        this.listener = listener;
        this.errors = errors;
    }

    /** Names errors. */
    Errors errors() {
        return errors;
    }

    /** Sends one statement per change. */
    BulkWriteResult bulk(
            StatementListener.Kind kind,
            List<Change> changes,
            PartialWrites partial,
            Function<Change, WriteModel<Object[]>> model) {
        return bulk(
                kind,
                changes.stream().map(model).toList(),
                changes.stream().map(List::of).toList(),
                partial);
    }

    /**
     * Sends statements as one bulk.
     *
     * @param changes the changes that each of them makes
     */
    BulkWriteResult bulk(
            StatementListener.Kind kind,
            List<? extends WriteModel<Object[]>> models,
            List<List<Change>> changes,
            PartialWrites partial) {
        int rows = changes.stream().mapToInt(List::size).sum();
        return send(kind, rows, () -> {
            try {
                return bulkWrite(models);
            } catch (MongoBulkWriteException e) {
                partial.failed(e, changes);
                throw e;
            }
        });
    }

    BulkWriteResult bulkWrite(List<? extends WriteModel<Object[]>> models) {
        BulkWriteOptions ordered = new BulkWriteOptions().ordered(true);
        MongoCollection<Object[]> collection = source.collection();
        return session == null ? collection.bulkWrite(models, ordered) : collection.bulkWrite(session, models, ordered);
    }

    <T> T send(StatementListener.Kind kind, int rows, Supplier<T> call) {
        T result = session == null
                ? errors.writingAtOnce(source.document().entity(), call)
                : errors.in(source.document().entity(), call);
        listener.sent(kind, rows, rows > 1);
        return result;
    }

    List<Object[]> read(BsonDocument filter) {
        List<Object[]> rows = errors.in(
                source.document().entity(),
                () -> source.rows(session, filter).batchSize(CHUNK).into(new ArrayList<>()));
        listener.sent(StatementListener.Kind.SELECT, rows.size(), false);
        return rows;
    }

    /** Counts documents of the collection, whatever rows they are of. */
    long count(BsonDocument filter) {
        MongoCollection<Object[]> collection = source.collection();
        long count = errors.in(
                source.document().entity(),
                () -> session == null ? collection.countDocuments(filter) : collection.countDocuments(session, filter));
        listener.sent(StatementListener.Kind.SELECT, 1, false);
        return count;
    }
}
