package dev.plinth.mongo.internal.error;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import dev.plinth.error.CheckViolationException;
import dev.plinth.error.CommitUnknownException;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidValueException;
import dev.plinth.error.PlinthError;
import dev.plinth.error.PoolExhaustedException;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.error.Violation;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.BsonMaximumSizeExceededException;
import org.jspecify.annotations.Nullable;

/** Names the errors of one database. */
public final class Errors {
    private static final Set<Integer> DUPLICATE_KEY = Set.of(11000, 11001, 12582);
    private static final Set<Integer> CONFLICT = Set.of(112, 246, 251);
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);
    private static final int VALIDATION = 121;

    private final String place;

    /**
     * Creates the names for a database.
     *
     * @param hosts where it is
     * @param database its name
     */
    public Errors(List<String> hosts, String database) {
        this.place = "MongoDB at " + String.join(", ", hosts) + " (database \"" + database + "\")";
    }

    /**
     * Makes a call to the driver.
     *
     * @param entity the entity it is about, or null
     * @param call the call
     * @return its result
     */
    public <T extends @Nullable Object> T in(@Nullable EntityModel entity, Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException | BSONException e) {
            throw of(e, entity);
        }
    }

    /**
     * Names an error.
     *
     * @param error the driver's error
     * @param entity the entity it is about, or null
     * @return the exception to throw
     */
    public RuntimeException of(RuntimeException error, @Nullable EntityModel entity) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PlinthError && cause instanceof RuntimeException known) {
                return known;
            }
        }
        RuntimeException client = client(error);
        return client != null ? client : server(error, entity);
    }

    private RuntimeException server(RuntimeException error, @Nullable EntityModel entity) {
        int code = code(error);
        String about = entity == null ? "" : entity.name() + ": ";
        if (DUPLICATE_KEY.contains(code)) {
            return duplicate(error, entity);
        }
        if (CONFLICT.contains(code) || isTransient(error)) {
            return conflict(error, about);
        }
        if (code == VALIDATION) {
            return invalid(error, entity, about);
        }
        if (error instanceof BsonMaximumSizeExceededException || TOO_LARGE.contains(code)) {
            return tooLarge(error, entity, about);
        }
        String what = code > 0 ? " answered with error" + described(error) : " could not be asked";
        return new DatabaseException(
                ErrorCode.DATABASE, about + place + what + ". The cause has the details", scrubbed(error));
    }

    private static TransactionConflictException conflict(RuntimeException error, String about) {
        return new TransactionConflictException(
                about + "another transaction wrote the same documents, and this one was ended. Run the unit of work"
                        + " again from its start",
                scrubbed(error));
    }

    private static CheckViolationException invalid(RuntimeException error, @Nullable EntityModel entity, String about) {
        return new CheckViolationException(
                new Violation(entity == null ? null : entity.name(), null, List.of(), List.of()),
                about + "a document does not pass the collection's validator. Compare the mapping with the validator",
                scrubbed(error));
    }

    private static InvalidValueException tooLarge(RuntimeException error, @Nullable EntityModel entity, String about) {
        return new InvalidValueException(
                new Violation(entity == null ? null : entity.name(), null, List.of(), List.of()),
                about + "a document would be larger than the 16 MB that MongoDB takes. Keep large content in an"
                        + " entity of its own, or outside of the database",
                scrubbed(error));
    }

    /**
     * The result of a commit is not known.
     *
     * @param error the driver's error
     */
    public CommitUnknownException commitUnknown(MongoException error) {
        return new CommitUnknownException(
                place + " did not answer while committing: the transaction may or may not have been committed. Read"
                        + " the rows before doing the work again",
                scrubbed(error));
    }

    /**
     * The server has no transactions and the user has not accepted that.
     *
     * @param engine the server's name
     */
    public ConfigurationException noTransactions(String engine) {
        return new ConfigurationException(
                ErrorCode.CONFIGURATION_INVALID,
                place + " is a " + engine + " without multi-document transactions, so a unit of work could not be kept"
                        + " as a whole. Run MongoDB as a replica set (one member is enough), or accept atomicity per"
                        + " document with MongoBackend.allowPerDocumentAtomicity()",
                null);
    }

    // what the driver itself has to report, without an answer of the server
    private @Nullable RuntimeException client(RuntimeException error) {
        if (isPoolExhausted(error)) {
            return new PoolExhaustedException(
                    "the connection pool to " + place + " had no free connection in time. Close units of work and"
                            + " streams sooner, or raise maxPoolSize",
                    scrubbed(error));
        }
        if (error instanceof MongoSecurityException) {
            return connection(
                    place + " refused the credentials. Check the user, the password and the authentication database",
                    error);
        }
        if (error instanceof MongoTimeoutException || error instanceof MongoSocketException) {
            return connection(
                    place + " cannot be reached. Check that the server runs, that host and port are right, and that no"
                            + " firewall is between",
                    error);
        }
        if (error instanceof MongoInterruptedException) {
            return connection(
                    "the thread was interrupted while it waited for " + place + ". The statement may have been carried"
                            + " out or not",
                    error);
        }
        if (error instanceof MongoIncompatibleDriverException) {
            return new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    place + " has a version that the driver does not support. Use a newer server",
                    scrubbed(error));
        }
        return null;
    }

    private static ConnectionException connection(String message, RuntimeException error) {
        return new ConnectionException(message, scrubbed(error));
    }

    private static boolean isPoolExhausted(RuntimeException error) {
        // the driver has one class for both kinds of waiting; only the text tells them apart
        return error instanceof MongoTimeoutException
                && String.valueOf(error.getMessage()).contains("waiting for a connection to server");
    }

    private static boolean isTransient(RuntimeException error) {
        return error instanceof MongoException e && e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
    }

    private DuplicateKeyException duplicate(RuntimeException error, @Nullable EntityModel entity) {
        String index = indexName(String.valueOf(error.getMessage()));
        if (entity == null) {
            return new DuplicateKeyException(Violation.UNKNOWN, "a unique key has that value already", scrubbed(error));
        }
        List<ColumnModel> columns = columns(entity, index);
        List<String> properties = columns.stream().map(ColumnModel::path).toList();
        return DuplicateKeyException.of(
                new Violation(
                        entity.name(),
                        index.isEmpty() ? null : index,
                        columns.stream().map(ColumnModel::name).toList(),
                        properties),
                "Index: \"" + index + "\"",
                scrubbed(error));
    }

    private static List<ColumnModel> columns(EntityModel entity, String index) {
        if (index.equals("_id_")) {
            return entity.id().columns();
        }
        return entity.keys().stream()
                .filter(key -> key.name().equals(index))
                .findFirst()
                .map(KeyModel::columns)
                .orElse(List.of());
    }

    // "... index: NAME dup key: { ...": the name is the only part that is kept
    private static String indexName(String message) {
        int start = message.indexOf(" index: ");
        int end = message.indexOf(" dup key", Math.max(start, 0));
        return start < 0 || end < 0 ? "" : message.substring(start + " index: ".length(), end);
    }

    private static int code(RuntimeException error) {
        if (error instanceof MongoBulkWriteException bulk
                && !bulk.getWriteErrors().isEmpty()) {
            return bulk.getWriteErrors().get(0).getCode();
        }
        if (error instanceof MongoWriteException write) {
            return write.getError().getCode();
        }
        return error instanceof MongoException e ? e.getCode() : 0;
    }

    private static String described(RuntimeException error) {
        String name = error instanceof MongoCommandException command ? " (" + command.getErrorCodeName() + ")" : "";
        return " " + code(error) + name;
    }

    private static EngineError scrubbed(RuntimeException error) {
        return EngineError.of(error, described(error).equals(" 0") ? "" : described(error));
    }
}
