package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.jdbc.internal.error.BrokenRule;
import dev.plinth.jdbc.internal.error.ErrorKind;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.error.StandardErrors;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands SQLite: its result codes, and of its messages, which have one language and quote no values, the part that
 * says which constraint was broken.
 */
final class SqliteErrorReader implements ErrorReader {
    private static final Pattern KIND = Pattern.compile("(UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed");
    private static final Pattern BROKEN = Pattern.compile(" constraint failed: ([^)]*)");
    /** A transaction that has read wants to write, and another one has written since. */
    private static final int BUSY_SNAPSHOT = 517;

    private static final String INDEX = "index '";

    /** How SQLite calls the index of a constraint, whose own name it does not keep. */
    private static final String UNNAMED = "sqlite_autoindex_";

    @Override
    public ErrorKind kind(SQLException error) {
        String message = String.valueOf(error.getMessage());
        // the lower byte is the kind of error, the others tell more of it
        return switch (error.getErrorCode() & 0xff) {
            case 1 -> message.contains("no transaction is active") ? ErrorKind.NO_TRANSACTION : ErrorKind.STATEMENT;
            case 5, 6 -> error.getErrorCode() == BUSY_SNAPSHOT ? ErrorKind.SERIALIZATION : ErrorKind.LOCK_TIMEOUT;
            case 8 -> ErrorKind.READ_ONLY;
            case 9 -> ErrorKind.TIMEOUT;
            case 18 -> ErrorKind.TOO_LONG;
            case 20, 25 -> ErrorKind.VALUE;
            case 19 -> constraint(message);
            default ->
                message.equals("database connection closed") || message.equals("The database has been closed")
                        ? ErrorKind.CONNECTION
                        : StandardErrors.kind(error);
        };
    }

    private static ErrorKind constraint(String message) {
        Matcher broken = KIND.matcher(message);
        return switch (broken.find() ? broken.group(1) : "") {
            case "UNIQUE" -> ErrorKind.DUPLICATE_KEY;
            case "NOT NULL" -> ErrorKind.NOT_NULL;
            case "FOREIGN KEY" -> ErrorKind.FOREIGN_KEY;
            default -> ErrorKind.CHECK;
        };
    }

    // UNIQUE constraint failed: customer.email, customer.country
    @Override
    public BrokenRule broken(SQLException error) {
        Matcher broken = BROKEN.matcher(String.valueOf(error.getMessage()));
        String what = broken.find() ? broken.group(1) : null;
        if (what == null) {
            return BrokenRule.UNKNOWN;
        } else if (what.startsWith(INDEX)) {
            return new BrokenRule(what.substring(INDEX.length(), what.length() - 1), List.of());
        }
        return switch (kind(error)) {
            case DUPLICATE_KEY, NOT_NULL ->
                new BrokenRule(
                        null,
                        Arrays.stream(what.split(", "))
                                .map(column -> column.substring(column.lastIndexOf('.') + 1))
                                .toList());
            default -> new BrokenRule(what, List.of());
        };
    }

    // several keys may have the same columns, and then any of them is right
    @Override
    public BrokenRule complete(BrokenRule broken, Map<String, List<String>> keys) {
        String name = keys.entrySet().stream()
                .filter(key ->
                        key.getValue().equals(broken.columns()) && !key.getKey().startsWith(UNNAMED))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(broken.constraint());
        return new BrokenRule(name, broken.columns());
    }

    @Override
    public boolean looksKeysUp() {
        return true;
    }
}
