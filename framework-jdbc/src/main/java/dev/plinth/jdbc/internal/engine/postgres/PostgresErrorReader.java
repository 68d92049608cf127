package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.jdbc.internal.error.BrokenRule;
import dev.plinth.jdbc.internal.error.ErrorKind;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.error.StandardErrors;
import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands PostgreSQL: its SQLStates, and the fields that it sends with an error, which do not depend on the language
 * of its messages. They are asked of the driver's class by name, because the application brings the driver.
 */
final class PostgresErrorReader implements ErrorReader {
    // Key (name, "E mail")=(...) already exists. Key (team)=(...) is not present in table "team".
    private static final Pattern KEY = Pattern.compile("\\((.*?)\\)=\\(", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,\\s]+)");

    @Override
    public ErrorKind kind(SQLException error) {
        return switch (String.valueOf(error.getSQLState())) {
            case "23505" -> ErrorKind.DUPLICATE_KEY;
            // the last is of what cannot be dropped
            case "23503", "23001", "2BP01" -> ErrorKind.FOREIGN_KEY;
            case "23502" -> ErrorKind.NOT_NULL;
            case "23514" -> ErrorKind.CHECK;
            // an exclusion constraint
            case "23P01" -> ErrorKind.CONSTRAINT;
            case "22001" -> ErrorKind.TOO_LONG;
            case "22003", "22008" -> ErrorKind.OUT_OF_RANGE;
            case "40P01" -> ErrorKind.DEADLOCK;
            case "40001" -> ErrorKind.SERIALIZATION;
            case "55P03" -> ErrorKind.LOCK_TIMEOUT;
            // a value that is too large for an index
            case "54000" -> ErrorKind.VALUE;
            // a database that shuts down, has crashed or starts; a session that idled too long
            case "57P01", "57P02", "57P03", "57P05", "25P03" -> ErrorKind.CONNECTION;
            // a schema or catalog that does not exist
            case "3F000", "3D000" -> ErrorKind.STATEMENT;
            default -> StandardErrors.kind(error);
        };
    }

    @Override
    public BrokenRule broken(SQLException error) {
        Object sent = ask(error, "getServerErrorMessage");
        if (sent == null) {
            return BrokenRule.UNKNOWN;
        }
        String constraint = text(sent, "getConstraint");
        String column = text(sent, "getColumn");
        return switch (kind(error)) {
            case DUPLICATE_KEY -> new BrokenRule(constraint, columns(text(sent, "getDetail")));
            case FOREIGN_KEY -> new BrokenRule(constraint, columns(text(sent, "getDetail")), text(sent, "getTable"));
            case NOT_NULL -> new BrokenRule(constraint, column == null ? List.of() : List.of(column));
            default -> new BrokenRule(constraint, List.of());
        };
    }

    private static List<String> columns(@Nullable String detail) {
        Matcher key = KEY.matcher(detail == null ? "" : detail);
        if (!key.find()) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        for (Matcher column = COLUMN.matcher(key.group(1)); column.find(); ) {
            String quoted = column.group(1);
            columns.add(quoted == null ? column.group(2) : quoted.replace("\"\"", "\""));
        }
        return columns;
    }

    private static @Nullable String text(Object sent, String getter) {
        return ask(sent, getter) instanceof String text ? text : null;
    }

    private static @Nullable Object ask(Object object, String getter) {
        try {
            return object.getClass().getMethod(getter).invoke(object);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null; // another driver than PostgreSQL's own, which does not tell
        }
    }
}
