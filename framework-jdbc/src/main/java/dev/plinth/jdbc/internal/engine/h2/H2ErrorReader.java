package dev.plinth.jdbc.internal.engine.h2;

import dev.plinth.jdbc.internal.error.BrokenRule;
import dev.plinth.jdbc.internal.error.ErrorKind;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.error.StandardErrors;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands H2: its codes, and the quoted part of its messages, which is the same in every language. */
final class H2ErrorReader implements ErrorReader {
    private static final int VALUE_TOO_LONG = 22001;
    private static final int OUT_OF_RANGE = 22004;
    private static final int REFERRED_TO = 23503;

    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|\\+[0-9a-fA-F]{6}|[0-9a-fA-F]{4})");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
    private static final Pattern INDEX =
            Pattern.compile("^(.*?)(?: INDEX .*?| PRIMARY KEY)? ON .*?\\((.*?)\\)(?: VALUES)? \\(");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("^(.*?): (.*?) FOREIGN KEY\\((.*?)\\) REFERENCES .*?\\((.*?)\\)");
    private static final Pattern COLUMN_AND_TYPE =
            Pattern.compile("^(.*) (CHARACTER|BINARY|NUMERIC)[A-Z ]*(?:\\(.*)?$");

    @Override
    public ErrorKind kind(SQLException error) {
        return switch (error.getErrorCode()) {
            case 23505 -> ErrorKind.DUPLICATE_KEY;
            case 23502 -> ErrorKind.NOT_NULL;
            // the last is of what cannot be dropped
            case REFERRED_TO, 23506, 90107 -> ErrorKind.FOREIGN_KEY;
            case 23513, 23514 -> ErrorKind.CHECK;
            case VALUE_TOO_LONG -> isNumber(error) ? ErrorKind.OUT_OF_RANGE : ErrorKind.TOO_LONG;
            case 22003, OUT_OF_RANGE -> ErrorKind.OUT_OF_RANGE;
            case 40001 -> ErrorKind.DEADLOCK;
            case 50200 -> ErrorKind.LOCK_TIMEOUT;
            // a row that another transaction has changed
            case 90131 -> ErrorKind.SERIALIZATION;
            // an object of a connection that was closed; a connection that broke; a database that is closed or closing
            case 90007, 90067, 90098, 90121 -> ErrorKind.CONNECTION;
            case 90097 -> ErrorKind.READ_ONLY;
            // a sequence that does not exist
            case 90036 -> ErrorKind.STATEMENT;
            default -> StandardErrors.kind(error);
        };
    }

    @Override
    public BrokenRule broken(SQLException error) {
        List<String> quoted = quoted(error);
        if (quoted.isEmpty()) {
            return BrokenRule.UNKNOWN;
        }
        String text = quoted.get(0);
        return switch (kind(error)) {
            case DUPLICATE_KEY -> index(text);
            case NOT_NULL -> new BrokenRule(null, List.of(text));
            case CHECK -> new BrokenRule(plain(text.split(": ", 2)[0]), List.of());
            case FOREIGN_KEY -> foreignKey(text, error.getErrorCode() == REFERRED_TO);
            case TOO_LONG, OUT_OF_RANGE -> new BrokenRule(null, column(error, quoted));
            default -> BrokenRule.UNKNOWN;
        };
    }

    private static List<String> quoted(SQLException error) {
        return QUOTED.matcher(String.valueOf(error.getMessage()))
                .results()
                .map(quoted -> quoted.group(1).replace("\"\"", "\"").replace("\\\\", "\\"))
                .toList();
    }

    private static boolean isNumber(SQLException error) {
        List<String> quoted = quoted(error);
        Matcher typed = COLUMN_AND_TYPE.matcher(quoted.isEmpty() ? "" : quoted.get(0));
        return typed.find() && typed.group(2).equals("NUMERIC");
    }

    // too long: "name CHARACTER VARYING(3)": "'the value' (9)"; out of range: "the value" in column "name"
    private static List<String> column(SQLException error, List<String> quoted) {
        if (error.getErrorCode() == OUT_OF_RANGE && quoted.size() > 1) {
            return List.of(quoted.get(1));
        }
        Matcher typed = COLUMN_AND_TYPE.matcher(quoted.get(0));
        return error.getErrorCode() == VALUE_TOO_LONG && typed.find() ? List.of(plain(typed.group(1))) : List.of();
    }

    // PUBLIC.UK_EMAIL ON PUBLIC.CUSTOMER(EMAIL NULLS FIRST, plinth_live NULLS FIRST) VALUES ( /* key:1 */ 'a', TRUE)
    private static BrokenRule index(String text) {
        Matcher matcher = INDEX.matcher(text);
        return matcher.find() ? new BrokenRule(name(matcher.group(1)), columns(matcher.group(2))) : BrokenRule.UNKNOWN;
    }

    // PUBLIC.FK_LOGIN: PUBLIC.LOGIN FOREIGN KEY(U) REFERENCES PUBLIC.CUSTOMER(ID) (5)
    private static BrokenRule foreignKey(String text, boolean referredTo) {
        Matcher matcher = FOREIGN_KEY.matcher(text);
        return matcher.find()
                ? new BrokenRule(
                        name(matcher.group(1)), columns(matcher.group(referredTo ? 4 : 3)), name(matcher.group(2)))
                : new BrokenRule(name(text.split(": ", 2)[0]), List.of());
    }

    private static List<String> columns(String list) {
        return Arrays.stream(list.split(", "))
                .map(column -> column.replaceFirst(" DESC", "").replaceFirst(" NULLS (FIRST|LAST)$", ""))
                .map(H2ErrorReader::plain)
                .toList();
    }

    private static String name(String qualified) {
        return plain(qualified.substring(qualified.lastIndexOf('.') + 1));
    }

    // "E mail"; and a name with other letters than ASCII's, as U&"gr\00f6\00dfe"
    private static String plain(String identifier) {
        boolean escaped = identifier.startsWith("U&\"");
        String delimited = escaped ? identifier.substring(2) : identifier;
        if (delimited.length() < 2 || !delimited.startsWith("\"") || !delimited.endsWith("\"")) {
            return identifier;
        }
        String name = delimited.substring(1, delimited.length() - 1).replace("\"\"", "\"");
        return escaped ? ESCAPE.matcher(name).replaceAll(H2ErrorReader::letter) : name;
    }

    private static String letter(MatchResult escape) {
        String code = escape.group(1);
        return Matcher.quoteReplacement(
                code.equals("\\") ? code : Character.toString(Integer.parseInt(code.replace("+", ""), 16)));
    }
}
