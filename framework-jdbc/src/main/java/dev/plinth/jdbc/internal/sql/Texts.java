package dev.plinth.jdbc.internal.sql;

import org.jspecify.annotations.Nullable;

/** What no engine keeps: half of a surrogate pair, which has no encoding. */
public final class Texts {
    private Texts() {}

    /** What is wrong with a text, or null. */
    public static @Nullable String refusal(Object value) {
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return "text must not have a surrogate without its other half";
                }
                i++;
            }
        }
        return null;
    }
}
