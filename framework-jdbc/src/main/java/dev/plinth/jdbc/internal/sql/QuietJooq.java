package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;

/**
 * Loads jOOQ without the logo and the tips that it logs once, when its renderer is loaded. jOOQ takes that wish only as
 * system properties, so they are set for the time of loading and then put back.
 */
final class QuietJooq {
    private static final String LOGO = "org.jooq.no-logo";
    private static final String TIPS = "org.jooq.no-tips";

    private QuietJooq() {}

    static synchronized void load() {
        String logo = System.getProperty(LOGO);
        String tips = System.getProperty(TIPS);
        try {
            System.setProperty(LOGO, "true");
            System.setProperty(TIPS, "true");
            Class.forName("org.jooq.impl.DefaultRenderContext");
        } catch (ClassNotFoundException e) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "jOOQ has no class '" + e.getMessage() + "'. Use the version that Plinth depends on",
                    e);
        } finally {
            restore(LOGO, logo);
            restore(TIPS, tips);
        }
    }

    private static void restore(String key, @org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            System.clearProperty(key);
        } else {
            System.setProperty(key, value);
        }
    }
}
