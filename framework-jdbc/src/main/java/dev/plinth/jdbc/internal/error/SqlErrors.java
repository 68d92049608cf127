package dev.plinth.jdbc.internal.error;

import dev.plinth.error.CommitUnknownException;
import dev.plinth.error.ConnectionLostException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DeadlockException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.LockTimeoutException;
import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.error.SerializationFailureException;
import dev.plinth.error.StatementTimeoutException;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.model.TableName;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Turns an engine's errors into those of {@code dev.plinth.error}. */
public final class SqlErrors {
    private final ErrorReader reader;
    private final DataErrors dataErrors;
    private final boolean showsValues;
    private final BooleanSupplier endsWaiting;
    private volatile Referrals referrals = Referrals.NONE;

    /**
     * Understands the errors of an engine.
     *
     * @param reader reads them
     * @param hiddenColumns the columns that the schema has and the model does not
     * @param checks how checks are called
     * @param showsValues whether the engine's own error is kept with its text, which may quote values
     * @param endsWaiting whether a wait for a lock is as long as a statement may take
     */
    public SqlErrors(
            ErrorReader reader,
            Set<String> hiddenColumns,
            CheckNames checks,
            boolean showsValues,
            BooleanSupplier endsWaiting) {
        this.reader = reader;
        this.endsWaiting = endsWaiting;
        this.dataErrors = new DataErrors(hiddenColumns, checks);
        this.showsValues = showsValues;
    }

    /** Learns which entities refer to which. */
    public void know(Referrals ofModel) {
        referrals = ofModel;
    }

    /** What happened when a statement failed that writes, on a connection that may be asked for more. */
    public RuntimeException translate(SQLException thrown, Doing doing, Connection connection) {
        SQLException error = ofTheStatement(thrown);
        if (kind(error) != ErrorKind.DUPLICATE_KEY || !reader.looksKeysUp()) {
            return translate(error, doing);
        }
        BrokenRule broken = reader.broken(error);
        TableName table = doing.table().name();
        if (table != null && !doing.table().knows(broken)) {
            try {
                broken = reader.complete(broken, UniqueKeys.of(connection, table));
            } catch (SQLException e) {
                error.addSuppressed(e);
            }
        }
        return dataErrors.duplicate(broken, doing, cause(error));
    }

    /** What happened when a statement failed. */
    public RuntimeException translate(SQLException thrown, Doing doing) {
        SQLException error = ofTheStatement(thrown);
        SQLException cause = cause(error);
        ErrorKind kind = kind(error);
        return switch (kind) {
            case DUPLICATE_KEY -> dataErrors.duplicate(reader.broken(error), doing, cause);
            case FOREIGN_KEY -> dataErrors.foreignKey(reader.broken(error), doing, referrals, cause);
            case NOT_NULL -> dataErrors.notNull(reader.broken(error), doing, cause);
            case CHECK -> dataErrors.check(reader.broken(error), doing, cause);
            case CONSTRAINT -> dataErrors.other(reader.broken(error), doing, cause);
            case TOO_LONG -> dataErrors.tooLong(reader.broken(error), doing, cause);
            case OUT_OF_RANGE -> dataErrors.outOfRange(reader.broken(error), doing, cause);
            case DEADLOCK, SERIALIZATION, LOCK_TIMEOUT, CONFLICT -> conflict(kind, doing, cause);
            case CONNECTION ->
                new ConnectionLostException(
                        "the connection was lost while " + doing.where()
                                + ". Nothing of the unit of work was committed; check that the database runs and run the"
                                + " unit of work again." + doing.statement(),
                        cause);
            case TIMEOUT ->
                new StatementTimeoutException(
                        doing.at() + "the database gave the statement up, because it took longer than the"
                                + " statement time-out or because someone cancelled it. Ask for less, add an index, or raise"
                                + " the time-out." + doing.statement(),
                        cause);
            case READ_ONLY ->
                new ReadOnlyDatabaseException(
                        doing.at() + "the database took no write: it is read-only, as a replica is. Connect to one that"
                                + " takes writes." + doing.statement(),
                        cause);
            case VALUE ->
                database(
                        doing,
                        "a value did not fit the column of the table. Compare the table with the mapping (type, length,"
                                + " precision)",
                        cause);
            case STATEMENT ->
                database(
                        doing,
                        "the database did not understand the statement: " + firstLine(error)
                                + ". Where a table or sequence is missing, create it with plinth.schema().create(). Where a"
                                + " column is missing, alter the table or drop it: create() leaves a table that exists as"
                                + " it is. Or correct the mapping",
                        cause);
            case NO_TRANSACTION ->
                database(doing, "the database had rolled the transaction back by itself after an error", cause);
            case OTHER ->
                database(
                        doing,
                        "the database answered with SQLState " + error.getSQLState() + ", code " + error.getErrorCode(),
                        cause);
        };
    }

    private ErrorKind kind(SQLException error) {
        ErrorKind kind = reader.kind(error);
        return kind == ErrorKind.LOCK_TIMEOUT && endsWaiting.getAsBoolean() ? ErrorKind.TIMEOUT : kind;
    }

    /** The engine's own error as the cause of another, without what it may quote of rows. */
    public SQLException cause(SQLException error) {
        return showsValues ? error : ScrubbedSqlException.of(error);
    }

    private static DatabaseException database(Doing doing, String what, SQLException cause) {
        return new DatabaseException(ErrorCode.DATABASE, doing.at() + what + "." + doing.statement(), cause);
    }

    private static TransactionConflictException conflict(ErrorKind kind, Doing doing, SQLException cause) {
        String at = doing.at();
        String again = " This one was rolled back; run the unit of work again." + doing.statement();
        return switch (kind) {
            case DEADLOCK ->
                new DeadlockException(
                        at + "this transaction and another waited for each other (a deadlock), and the database ended"
                                + " this one. Writing rows in the same order everywhere makes it rarer." + again,
                        cause);
            case SERIALIZATION ->
                new SerializationFailureException(
                        at + "another transaction had changed what this one has read or was to write." + again, cause);
            case LOCK_TIMEOUT ->
                new LockTimeoutException(
                        at + "another transaction held a lock for longer than this one waits." + again, cause);
            default ->
                new TransactionConflictException(
                        at + "another transaction held or had changed the same rows." + again, cause);
        };
    }

    // what a driver says of a batch quotes the statement with its values; the error behind it is the engine's
    private static SQLException ofTheStatement(SQLException error) {
        if (error instanceof BatchUpdateException) {
            SQLException next = error.getNextException();
            if (next != null) {
                return next;
            }
            return error.getCause() instanceof SQLException cause ? cause : error;
        }
        return error;
    }

    /** What happened when a commit failed. */
    public RuntimeException translateCommit(SQLException error) {
        if (reader.kind(error) == ErrorKind.CONNECTION) {
            return new CommitUnknownException(
                    "the connection was lost while committing: the unit of work may or may not have been committed. Read"
                            + " the rows before running it again.",
                    cause(error));
        }
        return translate(error, Doing.to("committing", "commit"));
    }

    /** Whether an error of a rollback says that nothing is left to take back. */
    public boolean isRolledBack(SQLException error) {
        ErrorKind kind = reader.kind(error);
        return kind == ErrorKind.CONNECTION || kind == ErrorKind.NO_TRANSACTION;
    }

    // errors about a statement name tables and columns, never values: those are parameters
    private static String firstLine(SQLException error) {
        String message = error.getMessage() == null ? "no message" : error.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("; SQL statement:$", "");
    }
}
