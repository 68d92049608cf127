package dev.plinth.jdbc.internal.error;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;

/** What the SQL and JDBC standards say about errors. */
public final class StandardErrors {
    private StandardErrors() {}

    /** The kind of an error, as far as its class and state tell. */
    public static ErrorKind kind(SQLException error) {
        if (error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException
                || error instanceof SQLRecoverableException) {
            return ErrorKind.CONNECTION;
        }
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        ErrorKind exact = switch (state) {
            case "57014" -> ErrorKind.TIMEOUT;
            case "25006" -> ErrorKind.READ_ONLY;
            case "22001" -> ErrorKind.TOO_LONG;
            case "22003" -> ErrorKind.OUT_OF_RANGE;
            case "23502" -> ErrorKind.NOT_NULL;
            case "23503" -> ErrorKind.FOREIGN_KEY;
            case "23505" -> ErrorKind.DUPLICATE_KEY;
            default -> error instanceof SQLTransactionRollbackException ? ErrorKind.CONFLICT : null;
        };
        if (exact != null) {
            return exact;
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" -> ErrorKind.CONNECTION;
            case "22" -> ErrorKind.VALUE;
            case "23" -> ErrorKind.CONSTRAINT;
            case "40" -> ErrorKind.CONFLICT;
            case "42" -> ErrorKind.STATEMENT;
            default -> ErrorKind.OTHER;
        };
    }
}
