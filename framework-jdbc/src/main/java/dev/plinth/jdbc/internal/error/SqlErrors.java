package dev.plinth.jdbc.internal.error;

import dev.plinth.error.ConnectionException;
import dev.plinth.error.ConstraintViolationException;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.TransactionConflictException;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns an engine's errors into those of {@code dev.plinth.error}. */
public final class SqlErrors {
    private static final int LONGEST_SQL = 1000;

    private final ErrorReader reader;
    private final Set<String> hiddenColumns;

    /** Reads errors with a reader; {@code hiddenColumns} are those that the schema has and the model does not. */
    public SqlErrors(ErrorReader reader, Set<String> hiddenColumns) {
        this.reader = reader;
        this.hiddenColumns = Set.copyOf(hiddenColumns);
    }

    /** What happened when a statement failed. */
    public RuntimeException translate(SQLException thrown, Doing doing) {
        SQLException error = ofTheStatement(thrown);
        SQLException cause = ScrubbedSqlException.of(error);
        String statement = statement(doing);
        return switch (reader.kind(error)) {
            case DUPLICATE_KEY -> duplicate(error, doing, cause);
            case FOREIGN_KEY, NOT_NULL, CHECK -> constraint(error, doing, cause);
            case CONFLICT ->
                new TransactionConflictException(
                        ErrorCode.TRANSACTION_CONFLICT,
                        "while " + doing.where()
                                + ", another transaction held or had changed the same rows. This one was"
                                + " rolled back; run the unit of work again." + statement,
                        cause);
            case CONNECTION ->
                new ConnectionException(
                        ErrorCode.CONNECTION,
                        "the connection was lost while " + doing.where()
                                + ". Nothing of the unit of work was committed; check"
                                + " that the database runs and run the unit of work again." + statement,
                        cause);
            case VALUE ->
                new DatabaseException(
                        ErrorCode.DATABASE,
                        "while " + doing.where()
                                + ", a value did not fit the column of the table. Compare the table with the"
                                + " mapping (type, length, precision)." + statement,
                        cause);
            case STATEMENT ->
                new DatabaseException(
                        ErrorCode.DATABASE,
                        "while " + doing.where() + ", the database did not understand the statement: "
                                + firstLine(error)
                                + ". Where a table or sequence is missing, create it with plinth.schema().create(). Where a"
                                + " column is missing, alter the table or drop it: create() leaves a table that exists as"
                                + " it is. Or correct the mapping." + statement,
                        cause);
            case TIMEOUT ->
                new DatabaseException(
                        ErrorCode.DATABASE,
                        "while " + doing.where()
                                + ", the database gave the statement up, because it took longer than the"
                                + " database's time-out or because someone cancelled it. Ask for less, add an index, or"
                                + " raise the time-out." + statement,
                        cause);
            case READ_ONLY ->
                new DatabaseException(
                        ErrorCode.DATABASE,
                        "while " + doing.where() + ", the database took no write: it is read-only, as a replica is."
                                + " Connect to one that takes writes." + statement,
                        cause);
            case OTHER ->
                new DatabaseException(
                        ErrorCode.DATABASE,
                        "while " + doing.where() + ", the database answered with SQLState " + error.getSQLState()
                                + ", code " + error.getErrorCode() + "." + statement,
                        cause);
        };
    }

    private static String statement(Doing doing) {
        String sql = doing.sql();
        return " The statement was: " + (sql.length() > LONGEST_SQL ? sql.substring(0, LONGEST_SQL) + "..." : sql);
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
            return new ConnectionException(
                    ErrorCode.COMMIT_UNKNOWN,
                    "the connection was lost while committing: the unit of work may or may not have been committed. Read"
                            + " the rows before running it again.",
                    ScrubbedSqlException.of(error));
        }
        return translate(error, Doing.to("committing", "commit"));
    }

    /** Whether an error says that the connection is gone. */
    public boolean isConnectionLost(SQLException error) {
        return reader.kind(error) == ErrorKind.CONNECTION;
    }

    private RuntimeException duplicate(SQLException error, Doing doing, SQLException cause) {
        EntityModel entity = doing.entity();
        String statement = statement(doing);
        if (entity == null) {
            return new DuplicateKeyException(
                    null, List.of(), "while " + doing.where() + ", a unique key was broken." + statement, cause);
        }
        List<String> properties = doing.collection() == null
                ? properties(entity, reader.violation(error))
                : List.of(doing.collection().path());
        return DuplicateKeyException.of(
                entity.name(), properties, "It happened while " + doing.where() + "." + statement, cause);
    }

    private List<String> properties(EntityModel entity, Violation violation) {
        if (violation.columns().isEmpty()) {
            return entity.keys().stream()
                    .filter(key -> key.name().equalsIgnoreCase(violation.constraint()))
                    .flatMap(key -> key.columns().stream().map(ColumnModel::path))
                    .toList();
        }
        List<String> properties = new ArrayList<>();
        for (String column : violation.columns()) {
            if (!hiddenColumns.contains(column)) {
                properties.add(property(entity, column));
            }
        }
        return properties;
    }

    private static String property(EntityModel entity, String column) {
        return entity.columns().stream()
                .filter(c -> c.name().equalsIgnoreCase(column))
                .map(ColumnModel::path)
                .findFirst()
                .orElse(column);
    }

    private RuntimeException constraint(SQLException error, Doing doing, SQLException cause) {
        Violation violation = reader.violation(error);
        String statement = statement(doing);
        String named = violation.constraint() == null ? "" : " '" + violation.constraint() + "'";
        return switch (reader.kind(error)) {
            case NOT_NULL ->
                new ConstraintViolationException(
                        ConstraintViolationException.Kind.NOT_NULL,
                        violation.constraint(),
                        "while " + doing.where() + ", the column " + columns(violation)
                                + " takes no null, other than the"
                                + " mapping says. Set a value, or correct the mapping." + statement,
                        cause);
            case FOREIGN_KEY ->
                new ConstraintViolationException(
                        ConstraintViolationException.Kind.FOREIGN_KEY,
                        violation.constraint(),
                        "while " + doing.where() + ", the foreign key" + named
                                + " was broken: a row refers to one that does not"
                                + " exist, or a row was deleted that others refer to." + statement,
                        cause);
            default ->
                new ConstraintViolationException(
                        ConstraintViolationException.Kind.CHECK,
                        violation.constraint(),
                        "while " + doing.where() + ", the check constraint" + named + " refused the row." + statement,
                        cause);
        };
    }

    private static String columns(Violation violation) {
        return violation.columns().isEmpty() ? "" : "'" + String.join("', '", violation.columns()) + "'";
    }

    // errors about a statement name tables and columns, never values: those are parameters
    private static String firstLine(SQLException error) {
        String message = error.getMessage() == null ? "no message" : error.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("; SQL statement:$", "");
    }
}
