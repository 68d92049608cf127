package dev.plinth.jdbc.internal.engine.h2;

import dev.plinth.specification.MatchKind;
import java.util.regex.Pattern;

/**
 * Patterns for engines whose regular expressions are Java's. Ignoring case with the flags {@code iu}, they compare code
 * points after {@code toLowerCase(toUpperCase(c))}, which no function of such an engine does.
 */
final class JavaRegex {
    private JavaRegex() {}

    static String ignoringCase(MatchKind kind, String text) {
        String start = kind == MatchKind.EQUAL || kind == MatchKind.STARTS_WITH ? "\\A" : "";
        String end = kind == MatchKind.EQUAL || kind == MatchKind.ENDS_WITH ? "\\z" : "";
        return "(?iu)" + start + quoted(text) + end;
    }

    // a sharp s that stands alone does not match the capital one: the only exception among all code points
    private static String quoted(String text) {
        if (text.indexOf('\u00df') < 0) {
            return Pattern.quote(text);
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('\u00df'); at >= 0; at = text.indexOf('\u00df', from)) {
            result.append(Pattern.quote(text.substring(from, at))).append("[\u00df\u1e9e]");
            from = at + 1;
        }
        return result.append(Pattern.quote(text.substring(from))).toString();
    }
}
