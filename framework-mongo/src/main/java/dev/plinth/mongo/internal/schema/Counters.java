package dev.plinth.mongo.internal.schema;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import dev.plinth.backend.StatementListener;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.Generation;
import dev.plinth.mongo.internal.error.Errors;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Stands in for sequences: a document per sequence that holds the next value, moved on in one step. */
public final class Counters {
    /** The collection of the counters. */
    public static final String COLLECTION = "plinth_counters";

    private static final String NEXT = "next";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<BsonDocument> collection;
    private final StatementListener listener;
    private final Errors errors;

    /**
     * Creates the access to the counters.
     *
     * @param collection the collection, never used in a transaction
     * @param listener is told of every round trip
     * @param errors names errors
     */
    public Counters(MongoCollection<BsonDocument> collection, StatementListener listener, Errors errors) {
        this.collection = collection;
        this.listener = listener;
        this.errors = errors;
    }

    /** Takes the next block of a sequence and returns its first value. */
    public long nextBlock(Generation.Sequence sequence) {
        BsonDocument id = id(sequence);
        BsonDocument before = take(id, sequence.allocationSize());
        if (before == null) {
            create(sequence);
            before = take(id, sequence.allocationSize());
        }
        if (before == null) {
            throw new DatabaseException(
                    ErrorCode.DATABASE,
                    "the counter of the sequence \"" + sequence.name() + "\" was dropped while it was used. Do not"
                            + " drop the schema of a running application",
                    null);
        }
        return before.getNumber(NEXT).longValue();
    }

    /** Whether a sequence has its counter. */
    boolean has(Generation.Sequence sequence) {
        BsonDocument found = errors.<@Nullable BsonDocument>in(
                null, () -> collection.find(id(sequence)).first());
        listener.sent(StatementListener.Kind.OTHER, 1, false);
        return found != null;
    }

    /** Creates the counter of a sequence, where it does not exist. */
    public void create(Generation.Sequence sequence) {
        try {
            collection.updateOne(id(sequence), first(sequence), new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            // someone else has just created it
            if (e.getCode() != DUPLICATE_KEY) {
                throw errors.of(e, null);
            }
        }
        listener.sent(StatementListener.Kind.OTHER, 1, false);
    }

    /** Removes the counter of a sequence. */
    public void drop(Generation.Sequence sequence) {
        errors.in(null, () -> collection.deleteOne(id(sequence)));
        listener.sent(StatementListener.Kind.OTHER, 1, false);
    }

    private @Nullable BsonDocument take(BsonDocument id, int size) {
        BsonDocument step = new BsonDocument("$inc", new BsonDocument(NEXT, new BsonInt64(size)));
        BsonDocument before = errors.<@Nullable BsonDocument>in(null, () -> collection.findOneAndUpdate(id, step));
        listener.sent(StatementListener.Kind.OTHER, 1, false);
        return before;
    }

    /** The update that makes a counter, where there is none. */
    static BsonDocument first(Generation.Sequence sequence) {
        return new BsonDocument("$setOnInsert", new BsonDocument(NEXT, new BsonInt64(sequence.initialValue())));
    }

    /** Which document is the counter of a sequence. */
    static BsonDocument id(Generation.Sequence sequence) {
        return new BsonDocument("_id", new BsonString(sequence.name().toString()));
    }
}
