package dev.plinth.mongo.internal.write;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.plinth.backend.Change;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Sends write batches of one entity: a single change in the single form, more of them as one bulk. The guards are part
 * of the filter, so a change and its check are one step on the server.
 */
public final class BatchWriter {
    private static final int CHUNK = 1000;

    private final EntityDocument document;
    private final MongoCollection<Object[]> collection;
    private final @Nullable ClientSession session;
    private final StatementListener listener;
    private final Errors errors;

    /**
     * Creates a writer.
     *
     * @param document the entity's document
     * @param collection where it is kept, with the document as its codec
     * @param session the transaction, or null for none
     * @param listener is told of every round trip
     * @param errors names errors
     */
    public BatchWriter(
            EntityDocument document,
            MongoCollection<Object[]> collection,
            @Nullable ClientSession session,
            StatementListener listener,
            Errors errors) {
        this.document = document;
        this.collection = collection;
        this.session = session;
        this.listener = listener;
        this.errors = errors;
    }

    /**
     * Sends a batch.
     *
     * @param batch the batch
     * @return the stale changes
     */
    public WriteResult write(WriteBatch batch) {
        PartialWrites partial = new PartialWrites(batch);
        try {
            return write(batch, partial);
        } catch (RuntimeException e) {
            if (session == null) {
                partial.addTo(e);
            }
            throw e;
        }
    }

    /**
     * Finds out, outside of any transaction, which changes of a batch are stale by now.
     *
     * @param batch a batch of updates or deletes
     * @param others the ids of rows of which that cannot be told
     * @return the stale changes
     */
    public WriteResult staleBy(WriteBatch batch, Set<BsonValue> others) {
        List<Integer> stale = new StaleChanges(document, batch, batch.changes())
                .notAsGuarded(this::read).stream()
                        .filter(index -> !others.contains(
                                document.id(Rows.before(batch.changes().get(index)))))
                        .toList();
        return new WriteResult(stale, List.of());
    }

    private WriteResult write(WriteBatch batch, PartialWrites partial) {
        List<Integer> stale = new ArrayList<>();
        for (int from = 0; from < batch.changes().size(); from += CHUNK) {
            List<Change> chunk = batch.changes()
                    .subList(from, Math.min(from + CHUNK, batch.changes().size()));
            for (int index : writeChunk(batch, chunk, partial)) {
                stale.add(from + index);
            }
            partial.written(chunk);
        }
        return stale.isEmpty() ? WriteResult.DONE : new WriteResult(stale, List.of());
    }

    private List<Integer> writeChunk(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        return switch (batch.kind()) {
            case INSERT -> insert(changes, partial);
            case UPDATE -> update(batch, changes, partial);
            case DELETE -> delete(batch, changes, partial);
        };
    }

    private List<Integer> insert(List<Change> changes, PartialWrites partial) {
        if (changes.size() == 1) {
            send(StatementListener.Kind.INSERT, 1, () -> {
                Object[] row = Rows.after(changes.get(0));
                return session == null ? collection.insertOne(row) : collection.insertOne(session, row);
            });
        } else {
            bulk(StatementListener.Kind.INSERT, changes, partial, c -> new InsertOneModel<>(Rows.after(c)));
        }
        return List.of();
    }

    private List<Integer> update(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        Guards guards = new Guards(document, batch.guards());
        Updates updates = new Updates(document, batch);
        List<WriteModel<Object[]>> removals = new NullParents(document, batch).removals(changes);
        if (!removals.isEmpty()) {
            send(StatementListener.Kind.UPDATE, removals.size(), () -> bulkWrite(removals));
        }
        long matched;
        if (changes.size() == 1) {
            BsonDocument filter = guards.filter(changes.get(0));
            BsonDocument update = updates.of(changes.get(0));
            matched = send(
                            StatementListener.Kind.UPDATE,
                            1,
                            () -> session == null
                                    ? collection.updateOne(filter, update)
                                    : collection.updateOne(session, filter, update))
                    .getMatchedCount();
        } else {
            matched = bulk(
                            StatementListener.Kind.UPDATE,
                            changes,
                            partial,
                            c -> new UpdateOneModel<>(guards.filter(c), updates.of(c)))
                    .getMatchedCount();
        }
        int missing = changes.size() - (int) matched;
        return missing == 0 ? List.of() : new StaleChanges(document, batch, changes).updates(missing, this::read);
    }

    private List<Integer> delete(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        Guards guards = new Guards(document, batch.guards());
        StaleChanges stale = new StaleChanges(document, batch, changes);
        if (changes.size() == 1) {
            BsonDocument filter = guards.filter(changes.get(0));
            long deleted = send(
                            StatementListener.Kind.DELETE,
                            1,
                            () -> session == null
                                    ? collection.deleteOne(filter)
                                    : collection.deleteOne(session, filter))
                    .getDeletedCount();
            return deleted == 1 ? List.of() : List.of(0);
        }
        // what was there is not to be seen afterwards, and a bulk tells no more than a total
        List<Integer> before = stale.notAsGuarded(this::read);
        long deleted = bulk(
                        StatementListener.Kind.DELETE, changes, partial, c -> new DeleteOneModel<>(guards.filter(c)))
                .getDeletedCount();
        int missing = changes.size() - (int) deleted;
        return missing == 0 ? List.of() : stale.deletes(missing, before, this::read);
    }

    private BulkWriteResult bulk(
            StatementListener.Kind kind,
            List<Change> changes,
            PartialWrites partial,
            Function<Change, WriteModel<Object[]>> model) {
        List<WriteModel<Object[]>> models = changes.stream().map(model).toList();
        return send(kind, models.size(), () -> {
            try {
                return bulkWrite(models);
            } catch (MongoBulkWriteException e) {
                partial.failed(e, changes);
                throw e;
            }
        });
    }

    private BulkWriteResult bulkWrite(List<WriteModel<Object[]>> models) {
        BulkWriteOptions ordered = new BulkWriteOptions().ordered(true);
        return session == null ? collection.bulkWrite(models, ordered) : collection.bulkWrite(session, models, ordered);
    }

    private <T> T send(StatementListener.Kind kind, int rows, Supplier<T> call) {
        T result = session == null ? errors.writingAtOnce(document.entity(), call) : errors.in(document.entity(), call);
        listener.sent(kind, rows, rows > 1);
        return result;
    }

    private List<Object[]> read(BsonDocument filter) {
        List<Object[]> rows = errors.in(document.entity(), () -> {
            var found = session == null ? collection.find(filter) : collection.find(session, filter);
            return found.batchSize(CHUNK).into(new ArrayList<>());
        });
        listener.sent(StatementListener.Kind.SELECT, rows.size(), false);
        return rows;
    }
}
