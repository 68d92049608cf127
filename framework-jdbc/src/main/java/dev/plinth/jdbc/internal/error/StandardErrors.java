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
        if (error instanceof SQLTransactionRollbackException) {
            return ErrorKind.CONFLICT;
        }
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (state.equals("57014")) {
            return ErrorKind.TIMEOUT;
        } else if (state.equals("25006")) {
            return ErrorKind.READ_ONLY;
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" -> ErrorKind.CONNECTION;
            case "22" -> ErrorKind.VALUE;
            case "40" -> ErrorKind.CONFLICT;
            case "42" -> ErrorKind.STATEMENT;
            default -> ErrorKind.OTHER;
        };
    }
}
