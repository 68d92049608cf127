package dev.plinth.mongo.internal.error;

import com.mongodb.MongoException;
import dev.plinth.error.ConnectionLostException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.LockTimeoutException;
import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.error.SerializationFailureException;
import dev.plinth.error.StatementTimeoutException;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.model.EntityModel;
import java.util.Set;
import org.bson.BsonMaximumSizeExceededException;
import org.jspecify.annotations.Nullable;

/** Names what a server answered. */
final class ServerErrors {
    private static final Set<Integer> DUPLICATE_KEY = Set.of(11000, 11001, 12582);
    private static final int VALIDATION = 121;
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);
    /** A write conflict; a snapshot that is too old. */
    private static final Set<Integer> SERIALIZATION = Set.of(112, 239, 246);
    /** A transaction that the server has ended, or that lived for too long. */
    private static final Set<Integer> ENDED = Set.of(225, 244, 251, 290);

    private static final int LOCK_TIMEOUT = 24;
    /** A limit of time that was given, or the server's own; an operation that someone has killed. */
    private static final Set<Integer> TIMEOUT = Set.of(50, 237, 262, 11601);
    /** A server that is not the primary. */
    private static final Set<Integer> NOT_PRIMARY = Set.of(10107, 13435, 10058);
    /** A server that stops being the primary, shuts down or recovers. */
    private static final Set<Integer> LEAVING = Set.of(91, 189, 11600, 11602, 13436);

    private final String place;

    ServerErrors(String place) {
        this.place = place;
    }

    RuntimeException of(RuntimeException error, @Nullable EntityModel entity, Throwable cause) {
        Answer answer = Answer.of(error);
        int code = answer.code();
        String about = entity == null ? "" : entity.name() + ": ";
        if (DUPLICATE_KEY.contains(code)) {
            return new DocumentErrors(entity, cause).duplicate(answer);
        } else if (code == VALIDATION) {
            return new DocumentErrors(entity, cause).invalid(answer);
        } else if (error instanceof BsonMaximumSizeExceededException || TOO_LARGE.contains(code)) {
            return new DocumentErrors(entity, cause).tooLarge();
        } else if (TIMEOUT.contains(code)) {
            return timeout(about, cause);
        }
        RuntimeException transactional = transactional(error, code, about, cause);
        if (transactional != null) {
            return transactional;
        }
        String what = code > 0 ? " answered with error" + Answer.described(error) : " could not be asked";
        return new DatabaseException(ErrorCode.DATABASE, about + place + what + ". The cause has the details", cause);
    }

    StatementTimeoutException timeout(String about, Throwable cause) {
        return new StatementTimeoutException(
                about + place + " gave the statement up, because it took longer than the statement time-out or because"
                        + " someone cancelled it. Ask for less, add an index, or raise the time-out",
                cause);
    }

    private @Nullable RuntimeException transactional(RuntimeException error, int code, String about, Throwable cause) {
        boolean isTransient = Answer.hasLabel(error, MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
        if (SERIALIZATION.contains(code)) {
            return new SerializationFailureException(
                    about + "another transaction wrote the same documents, and this one was ended. Run the unit of work"
                            + " again from its start",
                    cause);
        } else if (code == LOCK_TIMEOUT) {
            return new LockTimeoutException(
                    about
                            + "another transaction held a lock for longer than this one waits, and this one was ended. Run"
                            + " the unit of work again from its start",
                    cause);
        } else if (LEAVING.contains(code) || NOT_PRIMARY.contains(code) && isTransient) {
            return new ConnectionLostException(
                    about + place + " has lost its primary server. Nothing of the unit of work was committed: run it"
                            + " again from its start, when another one has been elected",
                    cause);
        } else if (NOT_PRIMARY.contains(code)) {
            return new ReadOnlyDatabaseException(
                    about + place + " took no write: it is not the primary server. Connect to the replica set as a"
                            + " whole, with all of its hosts",
                    cause);
        } else if (ENDED.contains(code) || isTransient) {
            return new TransactionConflictException(
                    about + "the server has ended the transaction. Run the unit of work again from its start", cause);
        }
        return null;
    }
}
