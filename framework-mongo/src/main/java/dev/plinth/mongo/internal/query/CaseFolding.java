package dev.plinth.mongo.internal.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Case as Plinth ignores it: characters are the same where {@code toLowerCase(toUpperCase(c))} is. Spelled out for the
 * server, since its own idea of case knows ASCII in some places and a locale in others.
 */
final class CaseFolding {
    private final Map<Integer, List<Integer>> variants = new HashMap<>();
    private final String from;
    private final String to;

    private CaseFolding() {
        StringBuilder unfolded = new StringBuilder();
        StringBuilder folded = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int fold = fold(c);
            if (fold != c) {
                variants.computeIfAbsent(fold, f -> new ArrayList<>(List.of(f))).add(c);
                unfolded.appendCodePoint(c);
                folded.appendCodePoint(fold);
            }
        }
        from = unfolded.toString();
        to = folded.toString();
    }

    private static final class Holder {
        static final CaseFolding INSTANCE = new CaseFolding();
    }

    static CaseFolding get() {
        return Holder.INSTANCE;
    }

    static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** All characters that are the same as this one. */
    List<Integer> variants(int codePoint) {
        return variants.getOrDefault(fold(codePoint), List.of(codePoint));
    }

    /** The characters that are folded to others. */
    String from() {
        return from;
    }

    /** What they are folded to, at the same places. */
    String to() {
        return to;
    }
}
