package dev.plinth.mongo.internal.query;

import dev.plinth.backend.Condition.Match;
import dev.plinth.specification.MatchKind;
import java.util.List;
import java.util.Locale;

/**
 * Regular expressions for plain texts. They mean the same to PCRE, which MongoDB has, and to Java and Python, which servers
 * that speak its protocol are written in.
 */
final class Patterns {
    /** Any character, a line break too. */
    static final String ANYTHING = "[\\s\\S]";

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_ASCII = 0x7f;

    private Patterns() {}

    static String of(Match match) {
        MatchKind kind = match.kind();
        StringBuilder pattern = new StringBuilder();
        if (kind == MatchKind.EQUAL || kind == MatchKind.STARTS_WITH) {
            // without the m option this is the start of the text, and the server can use an index
            pattern.append('^');
        }
        match.text().codePoints().forEach(c -> append(pattern, c, match.ignoreCase()));
        if (kind == MatchKind.EQUAL || kind == MatchKind.ENDS_WITH) {
            // a dollar sign would also match before a last line break
            pattern.append("(?!" + ANYTHING + ")");
        }
        return pattern.toString();
    }

    private static void append(StringBuilder pattern, int codePoint, boolean ignoreCase) {
        List<Integer> variants = ignoreCase ? CaseFolding.get().variants(codePoint) : List.of(codePoint);
        if (variants.size() == 1) {
            append(pattern, variants.get(0));
            return;
        }
        pattern.append('[');
        variants.forEach(c -> append(pattern, c));
        pattern.append(']');
    }

    private static void append(StringBuilder pattern, int codePoint) {
        boolean plain = codePoint > LAST_ASCII || Character.isLetterOrDigit(codePoint) || codePoint == ' ';
        if (plain) {
            pattern.appendCodePoint(codePoint);
        } else if (codePoint < FIRST_PRINTABLE || codePoint == LAST_ASCII) {
            pattern.append(String.format(Locale.ROOT, "\\x%02x", codePoint));
        } else {
            pattern.append('\\').append((char) codePoint);
        }
    }
}
