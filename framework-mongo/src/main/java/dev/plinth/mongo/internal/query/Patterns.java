package dev.plinth.mongo.internal.query;

import dev.plinth.backend.Condition.Match;
import dev.plinth.specification.MatchKind;
import java.util.List;

/** Regular expressions for plain texts. They mean the same to PCRE, which MongoDB has, and to Java. */
final class Patterns {
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
            pattern.append("\\z");
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
        boolean plain = Character.isLetterOrDigit(codePoint) || codePoint == ' ';
        if (plain) {
            pattern.appendCodePoint(codePoint);
        } else {
            pattern.append("\\x{").append(Integer.toHexString(codePoint)).append('}');
        }
    }
}
