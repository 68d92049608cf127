package dev.plinth.internal.metadata;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The names that a mapping gets where it says none. */
final class Names {
    /** The greatest length that all engines take, in bytes. */
    private static final int LONGEST = 63;

    private Names() {}

    /** createdAt becomes created_at, URLName url_name. */
    static String snake(String name) {
        StringBuilder result = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && Character.isUpperCase(c) && name.charAt(i - 1) != '_') {
                boolean afterSmall = !Character.isUpperCase(name.charAt(i - 1));
                boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
                if (afterSmall || beforeSmall) {
                    result.append('_');
                }
            }
            result.append(c);
        }
        return result.toString().toLowerCase(Locale.ROOT);
    }

    /** The name of a table or column that is called after a class or property. */
    static String derived(String name) {
        return shorten(snake(name));
    }

    /** Cuts a derived name that is too long; a hash of the whole keeps it apart from its like, on every run. */
    static String shorten(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        int end = Math.min(name.length(), LONGEST - 9);
        while (bytes(name.substring(0, end)) > LONGEST - 9 || Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + String.format("_%08x", name.hashCode());
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Names that differ in case only are one name to some engines. */
    static String same(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
