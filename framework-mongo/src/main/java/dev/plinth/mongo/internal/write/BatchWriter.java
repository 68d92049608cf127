package dev.plinth.mongo.internal.write;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.plinth.backend.Change;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.source.Source;
import dev.plinth.mongo.internal.type.Embedding;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Sends write batches of one entity: a single change in the single form, more of them as one bulk. The guards are part
 * of the filter, so a change and its check are one step on the server.
 */
public final class BatchWriter {
    private static final int CHUNK = 1000;

    private final Source source;
    private final EntityDocument document;
    private final MongoCollection<Object[]> collection;
    private final @Nullable ClientSession session;
    private final Engine engine;
    private final Sender sender;

    /**
     * Creates a writer.
     *
     * @param source where the rows are
     * @param engine what the server can do
     * @param session the transaction, or null for none
     * @param listener is told of every round trip
     * @param errors names errors
     */
    public BatchWriter(
            Source source, Engine engine, @Nullable ClientSession session, StatementListener listener, Errors errors) {
        this.source = source;
        this.document = source.document();
        this.collection = source.collection();
        this.session = session;
        this.engine = engine;
        this.sender = new Sender(source, session, listener, errors);
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
                .notAsGuarded(sender::read).stream()
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
        Embedding embedding = document.embedding();
        if (embedding != null) {
            return new SubDocumentWriter(source, embedding, engine, sender).write(batch, changes, partial);
        }
        return switch (batch.kind()) {
            case INSERT -> insert(changes, partial);
            case UPDATE -> update(batch, changes, partial);
            case DELETE -> delete(batch, changes, partial);
        };
    }

    private List<Integer> insert(List<Change> changes, PartialWrites partial) {
        if (changes.size() == 1) {
            sender.send(StatementListener.Kind.INSERT, 1, () -> {
                Object[] row = Rows.after(changes.get(0));
                return session == null ? collection.insertOne(row) : collection.insertOne(session, row);
            });
        } else {
            sender.bulk(StatementListener.Kind.INSERT, changes, partial, c -> new InsertOneModel<>(Rows.after(c)));
        }
        return List.of();
    }

    private List<Integer> update(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        Guards guards = new Guards(document, batch.guards());
        Updates updates = new Updates(document, batch);
        List<WriteModel<Object[]>> removals = new NullParents(document, batch).removals(changes);
        if (!removals.isEmpty()) {
            sender.send(StatementListener.Kind.UPDATE, removals.size(), () -> sender.bulkWrite(removals));
        }
        long matched;
        if (changes.size() == 1) {
            BsonDocument filter = guards.filter(changes.get(0));
            BsonDocument update = updates.of(changes.get(0));
            matched = sender.send(
                            StatementListener.Kind.UPDATE,
                            1,
                            () -> session == null
                                    ? collection.updateOne(filter, update)
                                    : collection.updateOne(session, filter, update))
                    .getMatchedCount();
        } else {
            matched = sender.bulk(
                            StatementListener.Kind.UPDATE,
                            changes,
                            partial,
                            c -> new UpdateOneModel<>(guards.filter(c), updates.of(c)))
                    .getMatchedCount();
        }
        int missing = changes.size() - (int) matched;
        return missing == 0 ? List.of() : new StaleChanges(document, batch, changes).updates(missing, sender::read);
    }

    private List<Integer> delete(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        Guards guards = new Guards(document, batch.guards());
        StaleChanges stale = new StaleChanges(document, batch, changes);
        if (changes.size() == 1) {
            BsonDocument filter = guards.filter(changes.get(0));
            long deleted = sender.send(
                            StatementListener.Kind.DELETE,
                            1,
                            () -> session == null
                                    ? collection.deleteOne(filter)
                                    : collection.deleteOne(session, filter))
                    .getDeletedCount();
            return deleted == 1 ? List.of() : List.of(0);
        }
        // what was there is not to be seen afterwards, and a bulk tells no more than a total
        List<Integer> before = stale.notAsGuarded(sender::read);
        long deleted = sender.bulk(
                        StatementListener.Kind.DELETE, changes, partial, c -> new DeleteOneModel<>(guards.filter(c)))
                .getDeletedCount();
        int missing = changes.size() - (int) deleted;
        return missing == 0 ? List.of() : stale.deletes(missing, before, sender::read);
    }
}
