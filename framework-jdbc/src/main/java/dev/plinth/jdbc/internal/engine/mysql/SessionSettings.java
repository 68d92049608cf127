package dev.plinth.jdbc.internal.engine.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of a session under which values mean what they should, whatever the server's and the URL's are. */
final class SessionSettings {
    /**
     * What is too long or out of range is refused and not cut; the id 0 is a 0 and asks for no new one. Zero dates are
     * deprecated together with being strict, where they are not named.
     */
    private static final List<String> MODES = List.of(
            "STRICT_TRANS_TABLES",
            "STRICT_ALL_TABLES",
            "NO_ZERO_IN_DATE",
            "NO_ZERO_DATE",
            "ERROR_FOR_DIVISION_BY_ZERO",
            "NO_AUTO_VALUE_ON_ZERO",
            "NO_ENGINE_SUBSTITUTION");

    // how texts are quoted is for the driver to know, and no other statement has backslashes
    private static final String QUOTING = "NO_BACKSLASH_ESCAPES";

    private static final String MODE = "sql_mode";

    // sorting without case puts texts together from their characters, which no limit may cut; MariaDB compares the
    // beginning of texts, 1,024 bytes unless told otherwise, and takes so much memory for each
    private static final Map<String, String> WANTED = new LinkedHashMap<>(Map.of(
            "time_zone", "+00:00",
            "foreign_key_checks", "1",
            "unique_checks", "1",
            "sql_auto_is_null", "0",
            "group_concat_max_len", "4294967295",
            "max_sort_length", "8192"));

    private static final List<String> NAMES = List.copyOf(WANTED.keySet());
    private static final String ASK = "select @@session." + MODE + ", @@session." + String.join(", @@session.", NAMES);

    private SessionSettings() {}

    /** Makes the settings where they are others, and returns the statement that takes them back. */
    static List<String> make(Connection connection) throws SQLException {
        List<String> changes = new ArrayList<>();
        List<String> undo = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery(ASK)) {
                result.next();
                String mode = result.getString(1);
                Set<String> modes = Set.of(mode.split(","));
                if (!Set.copyOf(modes(modes)).equals(modes)) {
                    changes.add(set(MODE, String.join(",", modes(modes))));
                    undo.add(set(MODE, mode));
                }
                for (int i = 0; i < NAMES.size(); i++) {
                    String actual = result.getString(i + 2);
                    String wanted = WANTED.get(NAMES.get(i));
                    if (!wanted.equals(actual)) {
                        changes.add(set(NAMES.get(i), wanted));
                        undo.add(set(NAMES.get(i), actual));
                    }
                }
            }
            if (!changes.isEmpty()) {
                statement.execute("set " + String.join(", ", changes));
            }
        }
        return undo.isEmpty() ? List.of() : List.of("set " + String.join(", ", undo));
    }

    private static List<String> modes(Set<String> actual) {
        List<String> modes = new ArrayList<>(MODES);
        if (actual.contains(QUOTING)) {
            modes.add(QUOTING);
        }
        return modes;
    }

    private static String set(String name, String value) {
        boolean number = value.chars().allMatch(Character::isDigit) && !value.isEmpty();
        return "session " + name + " = " + (number ? value : "'" + value + "'");
    }
}
