package dev.plinth.internal.metadata;

import java.util.Locale;

/** The names that a mapping gets where it says none. */
final class Names {
    /** The greatest length that all engines take. */
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

    /** Cuts a derived name that is too long; a hash of the whole keeps it apart from its like, on every run. */
    static String shorten(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST - 9) + String.format("_%08x", name.hashCode());
    }

    /** Names that differ in case only are one name to some engines. */
    static String same(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
