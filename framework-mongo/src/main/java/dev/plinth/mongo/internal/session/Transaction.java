package dev.plinth.mongo.internal.session;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import dev.plinth.mongo.internal.error.Errors;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one session. It starts with the first write, so that sessions that only read hold no snapshot open
 * and others hold it for a short time; reads before it see what is committed, and the guards of writes catch what has
 * changed in between.
 */
final class Transaction {
    private static final TransactionOptions OPTIONS = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .readPreference(ReadPreference.primary())
            .build();
    // the driver itself tries each commit twice
    private static final int COMMIT_ATTEMPTS = 3;

    private final MongoClient client;
    private final boolean supported;
    private final Errors errors;
    private @Nullable ClientSession session;
    private boolean failed;

    Transaction(MongoClient client, boolean supported, Errors errors) {
        this.client = client;
        this.supported = supported;
        this.errors = errors;
    }

    /** The running transaction, or null. */
    @Nullable
    ClientSession current() {
        return session;
    }

    /** The running transaction, started where there is none; null where the server has none. */
    @Nullable
    ClientSession begin() {
        requireNotFailed();
        if (supported && session == null) {
            ClientSession started = errors.in(null, () -> client.startSession());
            started.startTransaction(OPTIONS);
            session = started;
        }
        return session;
    }

    /** Gives the transaction up. What is read from now on is what is committed; nothing can be written any more. */
    void fail() {
        failed = true;
        rollback();
    }

    private void requireNotFailed() {
        if (failed) {
            throw new IllegalStateException("a transaction that has failed can only be rolled back");
        }
    }

    void commit() {
        requireNotFailed();
        ClientSession running = session;
        if (running == null) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                running.commitTransaction();
                end();
                return;
            } catch (MongoException e) {
                if (!e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
                    throw errors.of(e, null);
                }
                if (attempt == COMMIT_ATTEMPTS) {
                    throw errors.commitUnknown(e);
                }
            }
        }
    }

    void rollback() {
        ClientSession running = session;
        if (running == null) {
            return;
        }
        try {
            if (running.hasActiveTransaction()) {
                running.abortTransaction();
            }
        } catch (MongoException e) {
            throw errors.of(e, null);
        } finally {
            end();
        }
    }

    private void end() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
