package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.CaseTable;
import dev.plinth.specification.MatchKind;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Text without differences of case, as {@code toLowerCase(toUpperCase(c))} of each code point. The engines' own functions
 * know the case of other versions of Unicode, and MySQL's lose characters whose other case has more bytes.
 */
final class Case {
    /** The characters of each class of equal ones that has more than one, by what they become. */
    private static final Map<Integer, String> CLASSES = classes();

    // each character of the text, with its number; only where there are any beyond ASCII
    private static final String FOLDED = "case when octet_length({0}) = char_length({0}) then lower({0}) else"
            + " (select group_concat(case when locate(substring({0}, c.n, 1), {1}) > 0"
            + " then substring({2}, locate(substring({0}, c.n, 1), {1}), 1) else substring({0}, c.n, 1) end"
            + " order by c.n separator '') from json_table(concat('[0', repeat(',0', char_length({0}) - 1), ']'),"
            + " '$[*]' columns (n for ordinality)) as c) end";

    private Case() {}

    private static Map<Integer, String> classes() {
        Map<Integer, String> classes = new TreeMap<>();
        int[] from = CaseTable.INSTANCE.from().codePoints().toArray();
        int[] to = CaseTable.INSTANCE.to().codePoints().toArray();
        for (int i = 0; i < from.length; i++) {
            classes.merge(to[i], Character.toString(from[i]), String::concat);
        }
        classes.replaceAll((folded, others) -> Character.toString(folded) + others);
        return classes;
    }

    /** A regular expression, which stands for each character with the class of those that are equal to it. */
    static String pattern(MatchKind kind, String text) {
        StringBuilder pattern = new StringBuilder();
        pattern.append(kind == MatchKind.EQUAL || kind == MatchKind.STARTS_WITH ? "\\A" : "");
        text.codePoints().forEach(c -> append(pattern, c));
        pattern.append(kind == MatchKind.EQUAL || kind == MatchKind.ENDS_WITH ? "\\z" : "");
        return pattern.toString();
    }

    private static void append(StringBuilder pattern, int character) {
        String equal = CLASSES.get(Character.toLowerCase(Character.toUpperCase(character)));
        if (equal != null) {
            pattern.append('[').append(equal).append(']');
        } else if (character < ' ' || character == 0x7f) {
            pattern.append(String.format("\\x{%x}", character));
        } else if (character < 0x80 && !Character.isLetterOrDigit(character)) {
            pattern.append('\\').appendCodePoint(character);
        } else {
            pattern.appendCodePoint(character);
        }
    }

    /** What to sort by. */
    static Field<String> folded(Field<?> text, String collation) {
        return DSL.field(
                FOLDED,
                SQLDataType.VARCHAR,
                text,
                DSL.inline(CaseTable.INSTANCE.from()).collate(collation),
                DSL.inline(CaseTable.INSTANCE.to()).collate(collation));
    }
}
