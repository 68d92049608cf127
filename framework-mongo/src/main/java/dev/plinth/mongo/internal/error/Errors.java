package dev.plinth.mongo.internal.error;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import dev.plinth.error.CommitUnknownException;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.ConnectionLostException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.PlinthError;
import dev.plinth.error.PoolExhaustedException;
import dev.plinth.error.Violation;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.jspecify.annotations.Nullable;

/** Names the errors of one database. */
public final class Errors {
    private final String place;
    private final boolean showsValues;
    private final ServerErrors server;

    /**
     * Creates the names for a database.
     *
     * @param hosts where it is
     * @param database its name
     * @param showsValues whether the driver's own error is kept with its text, which may quote values
     */
    public Errors(List<String> hosts, String database, boolean showsValues) {
        this.place = "MongoDB at " + String.join(", ", hosts) + " (database \"" + database + "\")";
        this.showsValues = showsValues;
        this.server = new ServerErrors(place);
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
     * Makes a call that writes outside of any transaction: where the connection is lost, nobody knows whether it did.
     *
     * @param entity the entity it is about
     * @param call the call
     * @return its result
     */
    public <T> T writingAtOnce(EntityModel entity, Supplier<T> call) {
        try {
            return in(entity, call);
        } catch (ConnectionLostException e) {
            throw new CommitUnknownException(
                    entity.name() + ": the connection to " + place + " was lost while writing: the documents may or may"
                            + " not have been written. Read them before doing the work again",
                    e.getCause());
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
        RuntimeException client = client(error, entity);
        return client != null ? client : server.of(error, entity, cause(error));
    }

    private Throwable cause(RuntimeException error) {
        return showsValues ? error : EngineError.of(error, Answer.described(error));
    }

    /** The name of the unique index on the ids of the sub-documents in an array. */
    public static String idIndex(String array) {
        return DocumentErrors.SUB_DOCUMENT_IDS + array;
    }

    /**
     * There is a sub-document with the id already.
     *
     * @param entity the entity that it is a row of
     */
    public DuplicateKeyException sameId(EntityModel entity) {
        return new DocumentErrors(entity, null).sameId();
    }

    /**
     * The document that a sub-document is to be in does not exist.
     *
     * @param entity the entity that the sub-document is a row of
     * @param owner the entity that the document is a row of
     */
    public ForeignKeyViolationException noDocument(EntityModel entity, EntityModel owner) {
        return new ForeignKeyViolationException(
                new Violation(entity.name(), null, List.of(), List.of()),
                "while inserting '" + entity.name() + "', the foreign key was broken: a row refers to one that does not"
                        + " exist, or a row was deleted that others refer to. It is kept in a document of "
                        + owner.name() + ", and that one is not there",
                null);
    }

    /**
     * A sub-document has no owner.
     *
     * @param entity the entity that it is a row of
     * @param owner the entity in whose documents they are
     * @param key the columns that refer to it
     */
    public NotNullViolationException noOwner(EntityModel entity, EntityModel owner, List<ColumnModel> key) {
        List<String> paths = key.stream().map(ColumnModel::path).distinct().toList();
        return new NotNullViolationException(
                new Violation(
                        entity.name(), null, key.stream().map(ColumnModel::name).toList(), paths),
                entity.name() + ": a row is kept in the document of its " + owner.name() + ", and has none. Set '"
                        + String.join("', '", paths) + "'",
                null);
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
                cause(error));
    }

    /**
     * The server is too old.
     *
     * @param engine the server's name
     */
    public ConfigurationException notSupported(String engine) {
        return new ConfigurationException(
                ErrorCode.CONFIGURATION_INVALID,
                place + " is a " + engine + ", which is not supported. Supported are MongoDB 5 and newer, and servers"
                        + " that speak its protocol",
                null);
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
    private @Nullable RuntimeException client(RuntimeException error, @Nullable EntityModel entity) {
        if (error instanceof MongoOperationTimeoutException || error instanceof MongoExecutionTimeoutException) {
            return server.timeout(entity == null ? "" : entity.name() + ": ", cause(error));
        }
        if (error instanceof MongoTimeoutException && isPoolExhausted(error)) {
            return new PoolExhaustedException(
                    "the connection pool to " + place + " had no free connection in time. Close units of work and"
                            + " streams sooner, or raise maxPoolSize",
                    cause(error));
        }
        if (error instanceof MongoSecurityException) {
            return new ConnectionException(
                    place + " refused the credentials. Check the user, the password and the authentication database",
                    cause(error));
        }
        if (error instanceof MongoInterruptedException) {
            return new ConnectionException(
                    "the thread was interrupted while it waited for " + place + ". The statement may have been carried"
                            + " out or not",
                    cause(error));
        }
        if (error instanceof MongoIncompatibleDriverException) {
            return new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    place + " has a version that the driver does not support. Use a newer server",
                    cause(error));
        }
        return network(error);
    }

    private @Nullable ConnectionException network(RuntimeException error) {
        if (error instanceof MongoTimeoutException || error instanceof MongoSocketOpenException) {
            return new ConnectionException(
                    place + " cannot be reached. Check that the server runs, that host and port are right, and that no"
                            + " firewall is between",
                    cause(error));
        }
        if (error instanceof MongoSocketException || error instanceof MongoConnectionPoolClearedException) {
            return new ConnectionLostException(
                    "the connection to " + place + " was lost. Nothing of the unit of work was committed; check that"
                            + " the server runs and run the unit of work again",
                    cause(error));
        }
        return null;
    }

    private static boolean isPoolExhausted(RuntimeException error) {
        // the driver has one class for both kinds of waiting; only the text tells them apart
        return String.valueOf(error.getMessage()).contains("waiting for a connection to server");
    }
}
