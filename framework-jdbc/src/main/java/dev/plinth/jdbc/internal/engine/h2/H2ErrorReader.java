package dev.plinth.jdbc.internal.engine.h2;

import dev.plinth.jdbc.internal.error.ErrorKind;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.error.StandardErrors;
import dev.plinth.jdbc.internal.error.Violation;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands H2: its codes, and the quoted part of its messages, which is the same in every language. */
final class H2ErrorReader implements ErrorReader {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final Pattern INDEX = Pattern.compile("^(.*?)(?: PRIMARY KEY)? ON .*?\\((.*?)\\)(?: VALUES)? \\(");

    @Override
    public ErrorKind kind(SQLException error) {
        return switch (error.getErrorCode()) {
            case 23505 -> ErrorKind.DUPLICATE_KEY;
            case 23502 -> ErrorKind.NOT_NULL;
            case 23503, 23506 -> ErrorKind.FOREIGN_KEY;
            case 23513, 23514 -> ErrorKind.CHECK;
            // a deadlock; a lock that was not given in time; a row that another transaction has changed
            case 40001, 50200, 90131 -> ErrorKind.CONFLICT;
            // an object of a connection that was closed; a connection that broke; a database that is closed or closing
            case 90007, 90067, 90098, 90121 -> ErrorKind.CONNECTION;
            case 90097 -> ErrorKind.READ_ONLY;
            // a sequence that does not exist
            case 90036 -> ErrorKind.STATEMENT;
            default -> StandardErrors.kind(error);
        };
    }

    @Override
    public Violation violation(SQLException error) {
        String text = quoted(error.getMessage());
        if (text == null) {
            return Violation.UNKNOWN;
        }
        return switch (kind(error)) {
            case DUPLICATE_KEY -> index(text);
            case NOT_NULL -> new Violation(null, List.of(text));
            case FOREIGN_KEY, CHECK -> new Violation(text.split(": ", 2)[0], List.of());
            default -> Violation.UNKNOWN;
        };
    }

    private static @Nullable String quoted(@Nullable String message) {
        Matcher matcher = QUOTED.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1).replace("\"\"", "\"") : null;
    }

    // PUBLIC.UK_EMAIL ON PUBLIC.CUSTOMER(EMAIL NULLS FIRST, plinth_live NULLS FIRST) VALUES ( /* key:1 */ 'a', TRUE)
    private static Violation index(String text) {
        Matcher matcher = INDEX.matcher(text);
        if (!matcher.find()) {
            return Violation.UNKNOWN;
        }
        String name = matcher.group(1);
        List<String> columns = Arrays.stream(matcher.group(2).split(", "))
                .map(column -> column.replaceFirst(" DESC", "").replaceFirst(" NULLS (FIRST|LAST)$", ""))
                .map(H2ErrorReader::plain)
                .toList();
        return new Violation(plain(name.substring(name.lastIndexOf('.') + 1)), columns);
    }

    private static String plain(String identifier) {
        boolean delimited = identifier.length() > 1 && identifier.startsWith("\"") && identifier.endsWith("\"");
        return delimited ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"") : identifier;
    }
}
