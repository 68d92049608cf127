package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.error.BrokenRule;
import dev.plinth.jdbc.internal.error.ErrorKind;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.error.StandardErrors;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands MySQL and MariaDB: their codes, which are common up to about 1880, and the quoted name at the end of their
 * messages, which is the same in every language.
 */
final class MySqlErrorReader implements ErrorReader {
    // Duplicate entry 'a' for key 'customer.uk_email'; MariaDB does not name the table
    private static final Pattern KEY = Pattern.compile("'([^']*)'[^']*$");
    private static final Pattern FOREIGN_KEY = Pattern.compile(
            "`((?:[^`]|``)*)`, CONSTRAINT `((?:[^`]|``)*)` FOREIGN KEY \\((.*?)\\) REFERENCES .*? \\((.*?)\\)");
    private static final Pattern QUOTED = Pattern.compile("`((?:[^`]|``)*)`");
    private static final int REFERRED_TO = 1451;
    private static final Pattern FIRST = Pattern.compile("['`]([^'`]*)['`]");

    @Override
    public ErrorKind kind(SQLException error) {
        if (error instanceof SQLTimeoutException) {
            return ErrorKind.TIMEOUT; // of MySQL's driver, without a code
        }
        return switch (error.getErrorCode()) {
            case 1062, 1169, 1586 -> ErrorKind.DUPLICATE_KEY;
            case 1216, 1217, 1451, 1452, 1557, 1761, 1762, 3730 -> ErrorKind.FOREIGN_KEY;
            case 1048, 1263, 1364 -> ErrorKind.NOT_NULL;
            case 3819, 4025 -> ErrorKind.CHECK;
            // of another form; more than a packet, a row or an index can have
            case 1118, 1153, 1265, 1292, 1366, 1367, 1411, 1713, 3854, 4078 -> ErrorKind.VALUE;
            case 1406 -> ErrorKind.TOO_LONG;
            case 1264, 1690 -> ErrorKind.OUT_OF_RANGE;
            case 1213 -> ErrorKind.DEADLOCK;
            // a lock that was not given in time or at once
            case 1205, 3572 -> ErrorKind.LOCK_TIMEOUT;
            // a row that another transaction has changed
            case 1020 -> ErrorKind.SERIALIZATION;
            case 1317, 1969, 3024 -> ErrorKind.TIMEOUT;
            case 1290, 1792, 1836 -> ErrorKind.READ_ONLY;
            // too many connections; a server that shuts down; a connection that was killed or lost
            case 1040, 1053, 1152, 1184, 1203, 1927, 2006, 2013, 2055 -> ErrorKind.CONNECTION;
            case 1049, 1054, 1064, 1146, 1305, 4091 -> ErrorKind.STATEMENT;
            default -> StandardErrors.kind(error);
        };
    }

    @Override
    public BrokenRule broken(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return switch (kind(error)) {
            case DUPLICATE_KEY -> new BrokenRule(afterTable(found(KEY, message)), List.of());
            case FOREIGN_KEY -> foreignKey(message, error.getErrorCode() == REFERRED_TO);
            case NOT_NULL, TOO_LONG, OUT_OF_RANGE -> {
                String column = found(FIRST, message);
                yield new BrokenRule(null, column == null ? List.of() : List.of(column));
            }
            case CHECK -> new BrokenRule(found(FIRST, message), List.of());
            default -> BrokenRule.UNKNOWN;
        };
    }

    private static BrokenRule foreignKey(String message, boolean referredTo) {
        Matcher matcher = FOREIGN_KEY.matcher(message);
        if (!matcher.find()) {
            return BrokenRule.UNKNOWN;
        }
        List<String> columns = QUOTED.matcher(matcher.group(referredTo ? 4 : 3))
                .results()
                .map(column -> plain(column.group(1)))
                .toList();
        return new BrokenRule(plain(matcher.group(2)), columns, plain(matcher.group(1)));
    }

    private static String plain(String quoted) {
        return quoted.replace("``", "`");
    }

    @Override
    public BrokenRule complete(BrokenRule broken, Map<String, List<String>> keys) {
        return new BrokenRule(broken.constraint(), keys.getOrDefault(broken.constraint(), List.of()));
    }

    @Override
    public boolean looksKeysUp() {
        return true;
    }

    /** A key or a column that is created and exists already. */
    @Override
    public boolean isAlreadyThere(SQLException error) {
        return error.getErrorCode() == 1060 || error.getErrorCode() == 1061;
    }

    private static @Nullable String afterTable(@Nullable String key) {
        return key == null ? null : key.substring(key.lastIndexOf('.') + 1);
    }

    private static @Nullable String found(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }
}
