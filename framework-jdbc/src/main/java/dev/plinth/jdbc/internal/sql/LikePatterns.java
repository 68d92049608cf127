package dev.plinth.jdbc.internal.sql;

import dev.plinth.specification.MatchKind;

/** Patterns for LIKE, in which a plain text stands for itself. */
public final class LikePatterns {
    /** The escape character of all patterns. */
    public static final char ESCAPE = '!';

    private LikePatterns() {}

    /** The pattern that matches a text as {@code kind} says. */
    public static String of(MatchKind kind, String text) {
        return switch (kind) {
            case EQUAL -> text;
            case STARTS_WITH -> escaped(text) + '%';
            case ENDS_WITH -> '%' + escaped(text);
            case CONTAINS -> '%' + escaped(text) + '%';
        };
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ESCAPE || c == '%' || c == '_') {
                result.append(ESCAPE);
            }
            result.append(c);
        }
        return result.toString();
    }
}
